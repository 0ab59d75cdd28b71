package dev.daybook.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingThingsTest {
    private static final List<Kind> KINDS = List.of(
            new Kind(ProductId.PREFIX, ProductId::new),
            new Kind(StockId.PREFIX, StockId::new),
            new Kind(OrderId.PREFIX, OrderId::new));

    @Test
    void neverLetsIdsOfDifferentAggregatesClash() {
        for (Kind kind : KINDS) {
            for (Kind other : KINDS) {
                String id = other.prefix() + "1";
                if (kind.equals(other)) assertThat(kind.constructor().apply(id)).hasToString(id);
                else
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> kind.constructor().apply(id));
            }
        }
    }

    @Test
    void derivesTheStockFromTheProduct() {
        assertThat(StockId.of(new ProductId("product-1"))).isEqualTo(new StockId("stock-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "product-", "1", "PRODUCT-1", "product-a b", "product-ä", "product-1\n", "product-../x"})
    void refusesWhatIsNotAnIdWithoutRepeatingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductId(value))
                .withMessage("not an id of the form product-…");
    }

    @Test
    void refusesIdsOfUnreasonableLength() {
        assertThat(new ProductId("product-" + "x".repeat(100))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new ProductId("product-" + "x".repeat(101)));
    }

    private record Kind(String prefix, Function<String, Object> constructor) {}
}
