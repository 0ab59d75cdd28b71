package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What the process needs is deleted behind its back; the watchdog brings the order to its end all the same. */
@TestPropertySource(
        properties = {
            "daybook.lifecycle.watchdog.interval=500ms",
            "daybook.lifecycle.watchdog.grace=1s",
            "daybook.lifecycle.ships-after=2s",
            "daybook.lifecycle.payment-due=20s",
        })
class LosingAPieceJourneyTest extends JourneyTest {
    @Autowired
    private JdbcClient database;

    @Test
    void anOrderWhoseSagaRowIsLostIsDeliveredAndItsStockDispatched() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 2);
        customer.awaitStatus(order, "PROCESSING");

        assertThat(database.sql(
                                "delete from saga_entry where sagaId in (select sagaId from association_value_entry where associationValue = ?)")
                        .param(order)
                        .update())
                .isOne();
        database.sql("delete from association_value_entry where associationValue = ?")
                .param(order)
                .update();

        customer.awaitStatus(order, "DELIVERED");
        admin.awaitStock(product, 3, 0);
        await("the order to be archived")
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> customer.order(order).at("/archived").asBoolean());
    }

    @Test
    void anOrderWhoseTimerIsLostGoesOn() {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(5), 1);

        await("the timer that ships the order to be there, and gone")
                .pollInterval(java.time.Duration.ofMillis(20))
                .until(() -> database.sql("delete from scheduled_tasks where task_instance = ? and picked = false")
                                .param(order + ":SHIP")
                                .update()
                        == 1);

        customer.awaitStatus(order, "DELIVERED");
    }

    @Test
    void anOrderWhosePaymentWasNeverAnsweredIsAskedForAgain() {
        User customer = shop.customer();
        String order = customer.buy(admin.addProduct(5), 1, "sim-timeout");
        JsonNode pending = customer.awaitPayment(order, "PENDING");

        await("the task that asks the provider to be gone")
                .until(() -> database.sql("delete from scheduled_tasks where task_instance = ? and picked = false")
                                .param(pending.at("/payment/id").asString())
                                .update()
                        == 1);

        customer.awaitPayment(order, "CAPTURED");
        customer.awaitStatus(order, "DELIVERED");
    }

    @Test
    @DirtiesContext
    void ordersEndWithoutTheProcessWhenItsTokenIsLost() {
        User customer = shop.customer();
        String product = admin.addProduct(5);
        String order = customer.buy(product, 1);
        customer.awaitStatus(order, "PROCESSING");

        assertThat(database.sql("delete from token_entry where processorName = 'lifecycle'")
                        .update())
                .isOne();

        customer.awaitStatus(order, "DELIVERED");
        admin.awaitStock(product, 4, 0);
    }
}
