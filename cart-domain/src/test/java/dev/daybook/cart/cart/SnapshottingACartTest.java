package dev.daybook.cart.cart;

import static dev.daybook.cart.contract.CartRefusal.EMPTY_CART;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.CartDatabase;
import dev.daybook.cart.MovableClock;
import dev.daybook.cart.Refused;
import dev.daybook.cart.RunningCart;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.Quote;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothEngines
class SnapshottingACartTest extends CartStory {
    private static final CheckOutCart CHECK_OUT_AGAIN = new CheckOutCart(
            CUSTOMER,
            new OrderId("order-2"),
            List.of(
                    new Quote(LAPTOP, nameOf(LAPTOP), LAPTOP_PRICE, true),
                    new Quote(MOUSE, nameOf(MOUSE), MOUSE_PRICE, true)),
            "sim-approve",
            false);

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final CartDatabase database = CartDatabase.empty();
    private final RunningCart carts = RunningCart.on(
            database,
            axon -> axon.registerComponent(Clock.class, c -> new MovableClock()).configureAggregate(Cart.class));

    @BeforeEach
    void shop() {
        carts.commands().sendAndWait(add("a-1", MOUSE, MOUSE_PRICE, 1));
        carts.commands()
                .sendAndWait(new CheckOutCart(
                        CUSTOMER,
                        ORDER,
                        List.of(new Quote(MOUSE, nameOf(MOUSE), MOUSE_PRICE, true)),
                        "sim-approve",
                        false));
        carts.commands().sendAndWait(add("a-2", LAPTOP, LAPTOP_PRICE, 2));
        carts.commands().sendAndWait(add("a-3", MOUSE, MOUSE_PRICE, 1));
    }

    @AfterEach
    void close() {
        carts.close();
    }

    @Test
    void keepsTheWholeState() {
        Cart state = state();
        SerializedObject<byte[]> snapshot = serializer.serialize(state, byte[].class);

        Cart read = serializer.deserialize(snapshot);

        assertThat(snapshot.getType().getRevision()).isEqualTo("1");
        assertThat(read).usingRecursiveComparison().isEqualTo(state);
        assertThat(read).hasNoNullFieldsOrProperties();
    }

    @Test
    void isUsedWhenItsRevisionIsTheCurrentOne() {
        storeSnapshotOfAnEmptyCart();

        Refused.with(EMPTY_CART, () -> carts.commands().sendAndWait(CHECK_OUT_AGAIN));
    }

    @Test
    void isIgnoredWhenItsRevisionIsOld() {
        storeSnapshotOfAnEmptyCart();
        int changed = JdbcClient.create(database.dataSource())
                .sql("update snapshot_event_entry set payloadRevision = '0'")
                .update();
        assertThat(changed).as("there is a snapshot to ignore").isEqualTo(1);

        assertThat(carts.commands().<CartReceipt>sendAndWait(CHECK_OUT_AGAIN)).isEqualTo(receipt(4));
    }

    /** A snapshot with a state that no event led to, to tell it from the events. */
    private void storeSnapshotOfAnEmptyCart() {
        Cart lie = serializer.deserialize(
                new SimpleSerializedObject<>("{\"id\": \"" + CART + "\"}", String.class, Cart.class.getName(), "1"));
        carts.events().storeSnapshot(new GenericDomainEventMessage<>(Cart.class.getSimpleName(), CART.value(), 3, lie));
    }

    private Cart state() {
        AtomicReference<Cart> state = new AtomicReference<>();
        DefaultUnitOfWork.startAndGet(null)
                .execute(() ->
                        carts.axon().repository(Cart.class).load(CART.value()).execute(state::set));
        return state.get();
    }
}
