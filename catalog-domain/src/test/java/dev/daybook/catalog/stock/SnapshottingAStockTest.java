package dev.daybook.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.CatalogDatabase;
import dev.daybook.catalog.MovableClock;
import dev.daybook.catalog.RunningCatalog;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
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
class SnapshottingAStockTest extends StockStory {
    private static final int LIE = 7;

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final CatalogDatabase database = CatalogDatabase.empty();
    private final RunningCatalog catalog = RunningCatalog.on(
            database,
            axon -> axon.registerComponent(Clock.class, c -> new MovableClock())
                    .configureAggregate(ProductStock.class));

    @BeforeEach
    void trade() {
        catalog.commands().sendAndWait(new RegisterStock(LAPTOP, 10));
        catalog.commands().sendAndWait(new AdjustStock(LAPTOP, "m-1", -1, "counted"));
        catalog.commands().sendAndWait(new ReserveStock(LAPTOP, ORDER, 3));
        catalog.commands().sendAndWait(new ReserveStock(LAPTOP, ANOTHER, 2));
        catalog.commands().sendAndWait(new DispatchStock(LAPTOP, ANOTHER));
        catalog.commands().sendAndWait(new ReserveStock(LAPTOP, new OrderId("order-3"), 100));
        catalog.commands().sendAndWait(new UndoStock(LAPTOP, new OrderId("order-4")));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void keepsTheWholeState() {
        ProductStock state = state();
        SerializedObject<byte[]> snapshot = serializer.serialize(state, byte[].class);

        ProductStock read = serializer.deserialize(snapshot);

        assertThat(snapshot.getType().getRevision()).isEqualTo("1");
        assertThat(read).usingRecursiveComparison().isEqualTo(state);
        assertThat(read).hasNoNullFieldsOrProperties();
    }

    @Test
    void isUsedWhenItsRevisionIsTheCurrentOne() {
        storeSnapshotThatLies();

        assertThat(availableAsARejectionTells()).as("so the snapshot was read").isEqualTo(LIE);
    }

    @Test
    void isIgnoredWhenItsRevisionIsOld() {
        storeSnapshotThatLies();
        int changed = JdbcClient.create(database.dataSource())
                .sql("update snapshot_event_entry set payloadRevision = '0'")
                .update();
        assertThat(changed).as("there is a snapshot to ignore").isEqualTo(1);

        assertThat(availableAsARejectionTells())
                .as("on hand 10 - 1 - 2, less 3 reserved")
                .isEqualTo(4);
    }

    /** A snapshot with a state that no event led to, to tell it from the events. */
    private void storeSnapshotThatLies() {
        ProductStock lie = serializer.deserialize(new SimpleSerializedObject<>(
                "{\"id\": \"stock-laptop\", \"onHand\": " + LIE + "}",
                String.class,
                ProductStock.class.getName(),
                "1"));
        String type = ProductStock.class.getSimpleName();
        catalog.events()
                .storeSnapshot(
                        new GenericDomainEventMessage<>(type, StockId.of(LAPTOP).value(), 6, lie));
    }

    private int availableAsARejectionTells() {
        catalog.commands().sendAndWait(new ReserveStock(LAPTOP, new OrderId("order-5"), 1_000));
        return ((StockRejected) catalog.bookOf(StockId.of(LAPTOP)).getLast()).available();
    }

    private ProductStock state() {
        AtomicReference<ProductStock> state = new AtomicReference<>();
        DefaultUnitOfWork.startAndGet(null)
                .execute(() -> catalog.axon()
                        .repository(ProductStock.class)
                        .load(StockId.of(LAPTOP).value())
                        .execute(state::set));
        return state.get();
    }
}
