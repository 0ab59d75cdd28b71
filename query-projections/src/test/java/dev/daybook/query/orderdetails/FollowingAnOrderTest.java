package dev.daybook.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.order.contract.Actor;
import dev.daybook.order.contract.CancellationReason;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentStatus;
import dev.daybook.query.OrderStory;
import dev.daybook.query.OrderViewsTest;
import dev.daybook.query.Readers.Reader;
import dev.daybook.query.Slot;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAsCreated;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAt;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderUpTo;
import dev.daybook.query.orderdetails.OrderView.Cancellation;
import dev.daybook.query.orderdetails.OrderView.NextStep;
import dev.daybook.query.orderdetails.OrderView.NextStep.What;
import dev.daybook.query.orderdetails.OrderView.PaymentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderViewsTest
class FollowingAnOrderTest {
    private static final String VIEW = "orderdetails";

    @Autowired
    private Reader reader;

    @Autowired
    private EventStore events;

    private final OrderStory story = new OrderStory(UUID.randomUUID().toString(), OrderStory.ALICE);

    @BeforeEach
    void startAfresh() {
        reader.startAfresh();
    }

    @Test
    void showsANewOrderWaitingForItsMoney() {
        OrderView order = after(story.created());

        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(order.customerId()).isEqualTo("user-alice");
        assertThat(order.items()).containsExactly(OrderStory.LAPTOP, OrderStory.MICE);
        assertThat(order.total()).hasToString("1059.97 USD");
        assertThat(order.payments()).isEmpty();
        assertThat(order.nextStep()).isEqualTo(new NextStep(What.PAYMENT_DUE, OrderStory.BEGIN.plusSeconds(900)));
        assertThat(order.createdAt()).isEqualTo(order.updatedAt()).isEqualTo(story.now());
        assertThat(order.sequence()).isZero();
        assertThat(order.paymentsVersion()).isZero();
    }

    @Test
    void namesTheStepAheadAllTheWay() {
        assertThat(step(after(story.created().stockReserved()))).isEqualTo(What.PAYMENT_DUE);
        assertThat(step(after(story.paymentRequested().captured()))).isEqualTo(What.START_PROCESSING);
        assertThat(step(after(story.processing()))).isEqualTo(What.SHIP);
        assertThat(step(after(story.shipped()))).isEqualTo(What.DELIVER);
        assertThat(step(after(story.delivered()))).isEqualTo(What.ARCHIVE);
        OrderView archived = after(story.archived());
        assertThat(archived.nextStep()).isNull();
        assertThat(archived.archived()).isTrue();
        assertThat(archived.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(archived.updatedAt()).isEqualTo(story.now());
    }

    @Test
    void showsEveryAttemptToPay() {
        OrderView order = after(story.created()
                .stockReserved()
                .paymentRequested()
                .declined()
                .retried("sim-approve")
                .paymentRequested()
                .captured());

        assertThat(order.payments()).extracting(PaymentView::attempt).containsExactly(1, 2);
        assertThat(order.payments())
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.DECLINED, PaymentStatus.CAPTURED);
        assertThat(order.payments()).extracting(PaymentView::reason).containsExactly("insufficient-funds", null);
        assertThat(order.payments()).extracting(PaymentView::method).containsExactly("card", "sim-approve");
        assertThat(order.paymentMethod()).isEqualTo("sim-approve");
        assertThat(order.paymentsVersion()).isEqualTo(4);
    }

    @Test
    void showsWhoCancelledAndThatTheMoneyWentBack() {
        OrderView order = after(story.created().paid().cancelled().refunded());

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.nextStep()).isNull();
        assertThat(order.cancellation()).satisfies(cancellation -> {
            assertThat(cancellation).isNotNull();
            assertThat(cancellation)
                    .isEqualTo(new Cancellation(
                            CancellationReason.CHANGED_MIND,
                            new Actor(Actor.Kind.CUSTOMER, "user-alice"),
                            cancellation.at()));
        });
        assertThat(order.payments()).extracting(PaymentView::status).containsExactly(PaymentStatus.REFUNDED);
    }

    @Test
    void showsThatAnOrderNeedsAPerson() {
        assertThat(after(story.created().flagged()).flagged()).isTrue();
    }

    @Test
    void comesToTheSameWhenEventsRepeat() {
        story.created().paid().flagged().cancelled().refunded();
        OrderView once = after(story);

        reader.read(VIEW, Slot.A, story.events());
        for (DomainEventMessage<?> event : story.events()) reader.read(VIEW, Slot.A, List.of(event, event));

        assertThat(found()).contains(once);
    }

    @Test
    void comesToTheSameHoweverOrderAndPaymentsInterleave() {
        story.created()
                .stockReserved()
                .paymentRequested()
                .declined()
                .retried("card")
                .paymentRequested()
                .captured()
                .cancelled()
                .refunded();
        OrderView asTold = after(story);
        var random = new Random(7);

        for (int round = 0; round < 20; round++) {
            List<DomainEventMessage<?>> interleaved = interleaved(random);
            reader.startAfresh();
            reader.read(VIEW, Slot.A, interleaved);
            assertThat(found()).contains(asTold);
        }
    }

    @Test
    void readsAPaymentThatItCannotPlaceWithoutFailing() {
        story.created().stockReserved().paymentRequested();

        assertThat(reader.read(VIEW, Slot.A, List.of(story.last()))).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void knowsHowFarItHasRead() {
        story.created().paid();
        reader.read(VIEW, Slot.A, story.events());
        var view = reader.view(VIEW);

        assertThat(view.shows(Slot.A, story.id(), 2)).isTrue();
        assertThat(view.shows(Slot.A, story.id(), 3)).isFalse();
        assertThat(view.shows(Slot.A, story.paymentId().value(), 1)).isTrue();
        assertThat(view.shows(Slot.A, story.paymentId().value(), 2)).isFalse();
        assertThat(view.shows(Slot.A, "order-other", 0)).isFalse();
        assertThat(view.shows(Slot.A, "payment-other-1", 0)).isFalse();
        assertThat(view.shows(Slot.B, story.id(), 0)).isFalse();
        assertThat(view.shows(Slot.B, "stock-laptop", 99)).isTrue();
    }

    @Test
    void tellsFromTheEventsWhatTheRowShows() {
        published(story.created()
                .stockReserved()
                .paymentRequested()
                .declined()
                .retried("sim-approve")
                .paymentRequested()
                .captured()
                .processing()
                .cancelled()
                .refunded());
        reader.read(VIEW, Slot.A, story.events());

        assertThat(reader.findOne(new FindOrderAt(story.id(), story.now()), OrderView.class))
                .isPresent()
                .isEqualTo(found());
    }

    @Test
    void tellsHowAnOrderStoodAtEveryInstant() {
        story.created().paid().processing().cancelled().refunded();
        published(story);

        assertThat(at(OrderStory.BEGIN)).isEmpty();
        List<DomainEventMessage<?>> told = new ArrayList<>();
        for (DomainEventMessage<?> event : story.events()) {
            told.add(event);
            reader.startAfresh();
            reader.read(VIEW, Slot.A, told);
            assertThat(at(OrderStory.BEGIN.plusSeconds(told.size()))).isEqualTo(found());
        }
    }

    @Test
    void tellsHowAnOrderStoodAfterEveryEvent() {
        story.created().paid().processing().cancelled().refunded();
        published(story);

        assertThat(upTo(Map.of(story.paymentId().value(), 0L))).isEmpty();
        List<DomainEventMessage<?>> told = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        for (DomainEventMessage<?> event : story.events()) {
            told.add(event);
            sequences.put(event.getAggregateIdentifier(), event.getSequenceNumber());
            reader.startAfresh();
            reader.read(VIEW, Slot.A, told);
            assertThat(upTo(sequences)).isEqualTo(found());
        }
    }

    @Test
    void tellsAnOrderAsItWasCreatedForEver() {
        published(story.created());
        Optional<OrderView> atFirst = reader.findOne(new FindOrderAsCreated(story.id()), OrderView.class);
        int already = story.events().size();
        story.paid().processing();
        events.publish(story.events().subList(already, story.events().size()));

        assertThat(atFirst).isPresent().get().extracting(OrderView::sequence).isEqualTo(0L);
        assertThat(reader.findOne(new FindOrderAsCreated(story.id()), OrderView.class))
                .isEqualTo(atFirst);
    }

    @Test
    void findsNothingThatIsNotAnOrder() {
        published(story.created().stockReserved().paymentRequested());

        for (String id :
                List.of("order-unknown", "nonsense", "", story.paymentId().value())) {
            assertThat(reader.findOne(new FindOrder(id), OrderView.class)).isEmpty();
            assertThat(reader.findOne(new FindOrderAt(id, story.now()), OrderView.class))
                    .isEmpty();
            assertThat(reader.findOne(new FindOrderAsCreated(id), OrderView.class))
                    .isEmpty();
        }
    }

    @Test
    void isRebuiltBesideTheSlotThatServes() {
        story.created().paid().processing();
        reader.read(VIEW, Slot.A, story.events());
        reader.read(VIEW, Slot.B, OrderStory.whole("stale", OrderStory.BOB).events());

        reader.reset(VIEW, Slot.B);
        assertThat(reader.rows("order_details", Slot.B)).isEmpty();
        reader.read(VIEW, Slot.B, story.events(), 2);

        assertThat(reader.rows("order_details", Slot.B)).hasSize(1).isEqualTo(reader.rows("order_details", Slot.A));
        Optional<OrderView> served = found();
        reader.serve(VIEW, Slot.B);
        assertThat(found()).isEqualTo(served);
    }

    /** A random order that keeps the one within each aggregate, and the order's first event before all payments. */
    private List<DomainEventMessage<?>> interleaved(Random random) {
        List<DomainEventMessage<?>> left = new ArrayList<>(story.events());
        List<DomainEventMessage<?>> result = new ArrayList<>(List.of(left.removeFirst()));
        while (!left.isEmpty()) {
            DomainEventMessage<?> picked = left.get(random.nextInt(left.size()));
            DomainEventMessage<?> first = left.stream()
                    .filter(event -> event.getAggregateIdentifier().equals(picked.getAggregateIdentifier()))
                    .findFirst()
                    .orElseThrow();
            left.remove(first);
            result.add(first);
        }
        return result;
    }

    private void published(OrderStory told) {
        events.publish(told.events());
    }

    private OrderView after(OrderStory told) {
        reader.read(VIEW, Slot.A, told.events());
        return found().orElseThrow();
    }

    private Optional<OrderView> at(Instant instant) {
        return reader.findOne(new FindOrderAt(story.id(), instant), OrderView.class);
    }

    private Optional<OrderView> upTo(Map<String, Long> sequences) {
        return reader.findOne(new FindOrderUpTo(story.id(), Map.copyOf(sequences)), OrderView.class);
    }

    private Optional<OrderView> found() {
        return reader.findOne(new FindOrder(story.id()), OrderView.class);
    }

    private static What step(OrderView order) {
        return Optional.ofNullable(order.nextStep()).orElseThrow().what();
    }
}
