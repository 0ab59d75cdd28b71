package dev.daybook.cart.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NamingThingsTest {
    private static final List<Kind> KINDS = List.of(
            new Kind(CartId.PREFIX, CartId::new),
            new Kind(CustomerId.PREFIX, CustomerId::new),
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
    void derivesTheCartFromTheCustomer() {
        assertThat(CartId.of(new CustomerId("user-1"))).isEqualTo(new CartId("cart-1"));
    }

    private record Kind(String prefix, Function<String, Object> constructor) {}
}
