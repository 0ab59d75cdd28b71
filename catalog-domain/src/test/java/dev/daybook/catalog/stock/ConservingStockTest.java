package dev.daybook.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.MovableClock;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ReservationStatus;
import dev.daybook.catalog.contract.StockCommand;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import dev.daybook.catalog.contract.StockCommand.DispatchStock;
import dev.daybook.catalog.contract.StockCommand.ReceiveStock;
import dev.daybook.catalog.contract.StockCommand.RegisterStock;
import dev.daybook.catalog.contract.StockCommand.ReserveStock;
import dev.daybook.catalog.contract.StockCommand.UndoStock;
import dev.daybook.catalog.contract.StockEvent;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.catalog.contract.StockReceipt;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is asked of a stock, in whatever order, no piece appears or disappears. */
class ConservingStockTest extends StockStory {
    private static final int COMMANDS = 600;
    private static final int ORDERS = 40;

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void holdsUnderAnySequenceOfCommands(long seed) {
        var random = new Random(seed);
        var answers = new HashMap<OrderId, ReservationStatus>();
        var seen = EnumSet.noneOf(ReservationStatus.class);
        int refused = 0;
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .configureSerializer(c -> serializer)
                .registerComponent(Clock.class, c -> new MovableClock())
                .configureAggregate(ProductStock.class)
                .start();
        axon.commandGateway().sendAndWait(new RegisterStock(LAPTOP, random.nextInt(30)));

        for (int i = 0; i < COMMANDS; i++) {
            StockCommand command = anyCommand(random);
            try {
                StockReceipt receipt = axon.commandGateway().sendAndWait(command);
                expectOneAnswer(command, receipt, answers);
                seen.addAll(answers.values());
            } catch (CommandExecutionException refusal) {
                refused++;
            }
            expectConservation(axon);
        }

        assertThat(refused).as("some commands were refused, most were not").isBetween(1, COMMANDS / 2);
        assertThat(seen).as("all that can become of an order").contains(ReservationStatus.values());
        axon.shutdown();
    }

    private static StockCommand anyCommand(Random random) {
        var order = new OrderId("order-" + random.nextInt(ORDERS));
        String movement = "m-" + random.nextInt(60);
        return switch (random.nextInt(10)) {
            case 0 -> new ReceiveStock(LAPTOP, movement, random.nextInt(12) - 1);
            case 1 -> new AdjustStock(LAPTOP, movement, random.nextInt(30) - 20, "counted");
            case 2, 3, 4, 5 -> new ReserveStock(LAPTOP, order, random.nextInt(8));
            case 6, 7, 8 -> new DispatchStock(LAPTOP, order);
            default -> new UndoStock(LAPTOP, order);
        };
    }

    private static void expectOneAnswer(
            StockCommand command, StockReceipt receipt, Map<OrderId, ReservationStatus> answers) {
        if (receipt.reservation() == null) return;
        OrderId order = switch (command) {
            case ReserveStock reserve -> reserve.orderId();
            case DispatchStock dispatch -> dispatch.orderId();
            case UndoStock undo -> undo.orderId();
            default -> throw new AssertionError("only these name an order");
        };
        ReservationStatus before = answers.get(order);
        if (before == null && command instanceof DispatchStock) return; // answered, and not remembered
        if (before != null) assertThat(mayFollow(before)).contains(receipt.reservation());
        answers.put(order, receipt.reservation());
    }

    private static Set<ReservationStatus> mayFollow(ReservationStatus before) {
        return switch (before) {
            case RESERVED -> EnumSet.complementOf(EnumSet.of(ReservationStatus.REJECTED));
            case DISPATCHED -> EnumSet.of(ReservationStatus.DISPATCHED, ReservationStatus.UNDONE);
            case REJECTED -> EnumSet.of(ReservationStatus.REJECTED);
            case UNDONE -> EnumSet.of(ReservationStatus.UNDONE);
        };
    }

    /** Adds up what the events say, and compares it with what the aggregate holds. */
    private void expectConservation(Configuration axon) {
        var came = 0;
        var dispatched = 0;
        var returned = 0;
        var reserved = new HashMap<OrderId, Integer>();
        for (DomainEventMessage<?> message : axon.eventStore()
                .readEvents(StockId.of(LAPTOP).value())
                .asStream()
                .toList()) {
            switch ((StockEvent) message.getPayload()) {
                case StockRegistered event -> came += event.quantity();
                case StockReceived event -> came += event.quantity();
                case StockAdjusted event -> came += event.delta();
                case StockReserved event ->
                    assertThat(reserved.put(event.orderId(), event.quantity()))
                            .as("no order reserves twice")
                            .isNull();
                case StockRejected event -> assertThat(event.requested()).isGreaterThan(event.available());
                case StockDispatched event -> {
                    assertThat(reserved.put(event.orderId(), 0)).isEqualTo(event.quantity());
                    dispatched += event.quantity();
                }
                case StockReleased event ->
                    assertThat(reserved.put(event.orderId(), 0))
                            .isEqualTo(event.quantity() == 0 ? null : event.quantity());
                case StockReturned event -> returned += event.quantity();
            }
        }
        JsonNode state = stateOf(axon);
        int onHand = state.get("onHand").intValue();
        int stillReserved =
                reserved.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(came).as("registered + received + adjusted").isEqualTo(onHand + dispatched - returned);
        assertThat(onHand - stillReserved).as("available").isNotNegative();
        assertThat(state.at("/orders/reserved").values().stream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .as("what the aggregate holds reserved")
                .isEqualTo(stillReserved);
    }

    private JsonNode stateOf(Configuration axon) {
        AtomicReference<JsonNode> state = new AtomicReference<>();
        DefaultUnitOfWork.startAndGet(null)
                .execute(() -> axon.repository(ProductStock.class)
                        .load(StockId.of(LAPTOP).value())
                        .execute(stock -> state.set(
                                serializer.serialize(stock, JsonNode.class).getData())));
        return state.get();
    }
}
