package dev.daybook.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.WrongSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoosingMeasurementsTest {
    @Test
    void areTakenInTheOrderAskedFor() {
        assertThat(LoadTester.chosen(List.of("order", "cart")))
                .extracting(Measurement::name)
                .containsExactly("order", "cart");
    }

    @Test
    void anUnknownOneIsToldWhichThereAre() {
        assertThatThrownBy(() -> LoadTester.chosen(List.of("cart", "carts")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContainingAll("carts", "products", "order");
    }

    @Test
    void noneIsNoRun() {
        assertThatThrownBy(() -> LoadTester.chosen(List.of())).isInstanceOf(WrongSettingException.class);
    }
}
