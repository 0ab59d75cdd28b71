package dev.daybook.load.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AskingForMeasurementsTest {
    private final Properties properties = new Properties();

    {
        properties.putAll(Map.of(
                "load.root", "/daybook",
                "load.run", "cart, order",
                "load.engines", "embedded,mysql",
                "load.clients", "1,16",
                "load.warm-up", "0",
                "load.seconds", "30",
                "load.poll", "10",
                "load.orders", "100000,10000",
                "load.jvm", "-Xmx512m  -XX:+UseSerialGC",
                "load.daybook", ""));
    }

    @Test
    void listsAreTakenApart() {
        RunSettings settings = RunSettings.of(properties);

        assertThat(settings.run()).containsExactly("cart", "order");
        assertThat(settings.engines()).containsExactly(Engine.EMBEDDED, Engine.MYSQL);
        assertThat(settings.clients()).containsExactly(1, 16);
        assertThat(settings.orders()).containsExactly(10_000, 100_000);
        assertThat(settings.jvm()).containsExactly("-Xmx512m", "-XX:+UseSerialGC");
        assertThat(settings.daybook()).isEmpty();
    }

    @Test
    void anUnknownEngineIsToldWhichThereAre() {
        properties.setProperty("load.engines", "postgres");

        assertThatThrownBy(() -> RunSettings.of(properties))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContainingAll("postgres", "embedded", "mysql");
    }

    @Test
    void whatIsNoNumberIsCalledByItsName() {
        properties.setProperty("load.seconds", "soon");

        assertThatThrownBy(() -> RunSettings.of(properties)).hasMessageContainingAll("load.seconds", "soon");
    }
}
