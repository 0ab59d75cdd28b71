package dev.daybook.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.CartDatabase;
import dev.daybook.cart.MovableClock;
import dev.daybook.cart.RunningCart;
import dev.daybook.cart.contract.CartCommand.ClearCart;
import dev.daybook.cart.contract.CartCommand.RemoveCartItem;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.caching.Cache.EntryListenerAdapter;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothEngines
class BeginningACartTest extends CartStory {
    private final WeakReferenceCache cache = new WeakReferenceCache();
    /** Or the garbage collector may empty the cache in mid-story. */
    private final List<Object> kept = new ArrayList<>();

    private final RunningCart carts = RunningCart.on(
            CartDatabase.empty(),
            axon -> axon.registerComponent(Clock.class, c -> new MovableClock())
                    .configureAggregate(
                            AggregateConfigurer.defaultConfiguration(Cart.class).configureCache(c -> cache)));

    @BeforeEach
    void keepWhatIsCached() {
        cache.registerCacheEntryListener(new EntryListenerAdapter() {
            @Override
            public void onEntryCreated(Object key, Object value) {
                kept.add(value);
            }

            @Override
            public void onEntryUpdated(Object key, Object value) {
                kept.add(value);
            }
        });
    }

    @AfterEach
    void close() {
        carts.close();
    }

    @Test
    void worksWithACacheAfterCommandsThatDidNothing() {
        assertThat(carts.commands().<CartReceipt>sendAndWait(new ClearCart(CUSTOMER)))
                .isEqualTo(receipt(-1));
        assertThat(carts.commands().<CartReceipt>sendAndWait(new RemoveCartItem(CUSTOMER, LAPTOP)))
                .isEqualTo(receipt(-1));
        assertThat(cache.containsKey(CART.value())).as("the cart is cached").isTrue();

        assertThat(carts.commands().<CartReceipt>sendAndWait(add("a-1", LAPTOP, LAPTOP_PRICE, 2)))
                .isEqualTo(receipt(0));
        assertThat(carts.commands().<CartReceipt>sendAndWait(add("a-2", LAPTOP, LAPTOP_PRICE, 1)))
                .isEqualTo(receipt(1));

        assertThat(carts.bookOf(CART)).containsExactly(laptops("a-1", 2, 2), laptops("a-2", 1, 3));
    }
}
