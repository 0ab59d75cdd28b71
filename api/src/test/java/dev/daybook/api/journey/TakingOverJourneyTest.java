package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.api.DaybookApplication;
import dev.daybook.testing.Engine;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start after a kill goes on where the killed process stood, claims included. */
class TakingOverJourneyTest {
    private final String folder = Storage.on(Engine.H2).folder().toString();

    @Test
    void aTimerThatTheKilledProcessHadPickedFiresAtOnce() {
        String order;
        User customer;
        try (ConfigurableApplicationContext first = start()) {
            Shop shop = shop(first);
            customer = shop.customer();
            order = customer.buy(shop.administrator().addProduct(1), 1, "sim-decline");
            customer.awaitPayment(order, "DECLINED");
        }
        var database = new DriverManagerDataSource("jdbc:h2:file:" + folder + "/daybook;IFEXISTS=TRUE", "sa", "");
        assertThat(JdbcClient.create(database).sql("""
                                update scheduled_tasks
                                set picked = true, picked_by = 'embedded', last_heartbeat = current_timestamp
                                where task_name = 'order-timer' and task_instance like ?""").param(order + "%").update())
                .isOne();

        try (ConfigurableApplicationContext second = start()) {
            User again = new User(shop(second), customer.token(), customer.id());
            await("the payment to have fallen due, well before a missed heartbeat would tell")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> again.order(order).at("/status").asString().equals("CANCELLED"));
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                DaybookApplication.class,
                "--server.port=0",
                "--daybook.data-dir=" + folder,
                "--daybook.lifecycle.payment-due=5s");
    }

    private static Shop shop(ConfigurableApplicationContext context) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return new Shop(URI.create("http://127.0.0.1:" + port));
    }
}
