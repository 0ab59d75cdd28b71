package dev.daybook.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.query.OrderStory;
import dev.daybook.query.OrderViewsTest;
import dev.daybook.query.Readers.Reader;
import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.json.JsonMapper;

@OrderViewsTest
class ReadingTheTrailTest {
    private static final String VIEW = "audittrail";

    @Autowired
    private Reader reader;

    @Autowired
    @Qualifier("eventSerializer")
    private Serializer serializer;

    private final OrderStory alices = new OrderStory("alices", OrderStory.ALICE)
            .checkedOut()
            .created()
            .paid()
            .processing()
            .cancelled()
            .refunded();
    private final OrderStory bobs = new OrderStory("bobs", OrderStory.BOB)
            .checkedOut()
            .created()
            .stockReserved()
            .paymentRequested()
            .declined()
            .retried("card")
            .flagged();

    @BeforeEach
    void startAfresh() {
        reader.startAfresh();
    }

    @Test
    void tellsTheStoryOfAnOrderAcrossAggregatesOldestFirst() {
        read(alices);
        read(bobs);

        List<AuditEntry> history = history(alices);

        assertThat(history)
                .extracting(AuditEntry::type)
                .containsExactly(
                        "CartCheckedOut",
                        "OrderCreated",
                        "StockReserved",
                        "StockReserved",
                        "OrderStockReserved",
                        "PaymentRequested",
                        "PaymentCaptured",
                        "OrderPaid",
                        "OrderProcessingStarted",
                        "OrderCancelled",
                        "PaymentRefundRequested",
                        "StockReleased",
                        "StockReleased",
                        "PaymentRefunded");
        assertThat(history).extracting(AuditEntry::position).isSorted().doesNotHaveDuplicates();
        assertThat(history).allSatisfy(entry -> assertThat(entry.orderId()).isEqualTo(alices.id()));
    }

    @Test
    void saysWhoAndWhatCausedAnEvent() {
        read(alices);
        DomainEventMessage<?> created = alices.events().get(3);

        AuditEntry entry = history(alices).get(1);

        assertThat(entry.eventId()).isEqualTo(created.getIdentifier());
        assertThat(entry.aggregateId()).isEqualTo(alices.id());
        assertThat(entry.aggregateSequence()).isZero();
        assertThat(entry.at()).isEqualTo(created.getTimestamp());
        assertThat(entry.actor()).isEqualTo("user-alice");
        assertThat(entry.role()).isEqualTo("USER");
        assertThat(entry.process()).isEqualTo("order-lifecycle");
        assertThat(entry.command()).isEqualTo("DoOrderCreated");
        assertThat(entry.correlationId()).isEqualTo("correlation-order-alices");
        assertThat(entry.causationId()).isEqualTo("cause-3");
        assertThat(entry.requestId()).isEqualTo("request-order-alices");
        assertThat(entry.payload())
                .isEqualTo(JsonMapper.shared()
                        .readValue(
                                serializer
                                        .serialize(created.getPayload(), String.class)
                                        .getData(),
                                Map.class))
                .containsEntry("orderId", alices.id())
                .containsEntry("total", Map.of("minorUnits", 105997, "currency", "USD"));
    }

    @Test
    void sumsEveryEventUpInOneLineOfPlainWords() {
        read(alices);
        read(bobs);

        assertThat(history(alices))
                .extracting(AuditEntry::summary)
                .contains(
                        "Checked out 2 lines for 1059.97 USD",
                        "Reserved 1 of product-laptop",
                        "Payment of 1059.97 USD by card requested (attempt 1)",
                        "Paid with attempt 1",
                        "Cancelled by the customer: changed mind",
                        "Refund of 1059.97 USD made (attempt 1)");
        assertThat(history(bobs))
                .extracting(AuditEntry::summary)
                .contains(
                        "Payment attempt 1 declined: insufficient-funds",
                        "Flagged, needs a person: the provider does not answer");
        assertThat(search(null, null, null, null, null, 100).items())
                .hasSize(alices.events().size() + bobs.events().size())
                .allSatisfy(entry -> assertThat(entry.summary())
                        .isNotBlank()
                        .doesNotContain("\n", "null", "user-alice", "user-bob"));
    }

    @Test
    void writesAnEventOnceHoweverOftenItIsRead() {
        read(alices);
        read(alices);
        for (DomainEventMessage<?> event : alices.events()) reader.read(VIEW, Slot.A, List.of(event, event));

        assertThat(positions(Slot.A)).hasSameSizeAs(alices.events()).first().isEqualTo(1L);
        read(bobs);
        assertThat(positions(Slot.A))
                .hasSize(alices.events().size() + bobs.events().size())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void writesAnEventWithoutAnyMetaDataAndWithFarTooMuch() {
        DomainEventMessage<?> first = alices.events().getFirst();
        DomainEventMessage<?> second = alices.events().get(3);

        var bare = new GenericDomainEventMessage<>(
                "Cart", first.getAggregateIdentifier(), 0, first.getPayload(), Map.of());
        var bloated = new GenericDomainEventMessage<>(
                "Order", alices.id(), 0, second.getPayload(), Map.of("requestId", "x".repeat(5000)));

        assertThat(reader.read(VIEW, Slot.A, List.of(bare, bloated))).isEmpty();
        assertThat(search(null, null, null, null, null, 10).items())
                .extracting(AuditEntry::actor)
                .containsOnlyNulls()
                .hasSize(2);
    }

    @Test
    void findsWhatIsAskedForNewestFirst() {
        read(alices);
        read(bobs);
        List<AuditEntry> all = search(null, null, null, null, null, 100).items();
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(AuditEntry::at)
                        .thenComparing(AuditEntry::position)
                        .reversed());
        Instant early = OrderStory.BEGIN.plusSeconds(4);
        Instant late = OrderStory.BEGIN.plusSeconds(9);

        for (String actor : new String[] {null, "user-alice", "user-nobody"})
            for (String type : new String[] {null, "StockReserved"})
                for (String order : new String[] {null, bobs.id(), alices.id()})
                    for (Instant from : new Instant[] {null, early, Instant.MIN})
                        for (Instant to : new Instant[] {null, late, Instant.MAX}) {
                            Predicate<AuditEntry> wanted = entry -> (actor == null || actor.equals(entry.actor()))
                                    && (type == null || type.equals(entry.type()))
                                    && (order == null || order.equals(entry.orderId()))
                                    && (from == null || !entry.at().isBefore(from))
                                    && (to == null || !entry.at().isAfter(to));
                            assertThat(pages(actor, type, order, from, to))
                                    .as("%s %s %s %s %s", actor, type, order, from, to)
                                    .isEqualTo(all.stream().filter(wanted).toList());
                        }
    }

    @Test
    void refusesACursorOfOtherFilters() {
        read(alices);
        String cursor = search(null, null, null, null, null, 2).nextCursor();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() ->
                        reader.ask(new SearchAudit("user-alice", null, null, null, null, 2, cursor), AuditPage.class))
                .hasMessageContaining("cursor");
    }

    @Test
    void isRebuiltToTheSameRowsSoThatCursorsOutliveTheSwitch() {
        reader.read(VIEW, Slot.A, alices.events(), 1);
        reader.read(VIEW, Slot.A, bobs.events(), 5);
        AuditPage first = search(null, null, null, null, null, 4);
        reader.read(VIEW, Slot.B, OrderStory.whole("stale", OrderStory.BOB).events());

        reader.reset(VIEW, Slot.B);
        assertThat(reader.rows("audit_entry", Slot.B)).isEmpty();
        List<DomainEventMessage<?>> all = new ArrayList<>(alices.events());
        all.addAll(bobs.events());
        reader.read(VIEW, Slot.B, all);

        assertThat(reader.rows("audit_entry", Slot.B)).isEqualTo(reader.rows("audit_entry", Slot.A));
        var next = new SearchAudit(null, null, null, null, null, 4, first.nextCursor());
        AuditPage served = reader.ask(next, AuditPage.class);
        reader.serve(VIEW, Slot.B);
        assertThat(reader.ask(next, AuditPage.class)).isEqualTo(served);
    }

    @Test
    void knowsHowFarItHasRead() {
        read(alices);
        var view = reader.view(VIEW);

        for (DomainEventMessage<?> event : alices.events())
            assertThat(view.shows(Slot.A, event.getAggregateIdentifier(), event.getSequenceNumber()))
                    .isTrue();
        assertThat(view.shows(Slot.A, alices.id(), 99)).isFalse();
        assertThat(view.shows(Slot.A, "stock-unknown", 0)).isFalse();
        assertThat(view.shows(Slot.B, alices.id(), 0)).isFalse();
        assertThat(view.shows(Slot.A, "product-laptop", 3)).isTrue();
    }

    private void read(OrderStory story) {
        assertThat(reader.read(VIEW, Slot.A, story.events())).isEmpty();
    }

    private List<Long> positions(Slot slot) {
        return reader.rows("audit_entry", slot).stream()
                .map(row -> (Long) Objects.requireNonNull(row.get("ordinal")))
                .sorted()
                .toList();
    }

    private List<AuditEntry> history(OrderStory story) {
        return reader.findAll(new FindHistory(story.id()), AuditEntry.class);
    }

    private AuditPage search(
            @Nullable String actor,
            @Nullable String type,
            @Nullable String orderId,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {
        return reader.ask(new SearchAudit(actor, type, orderId, from, to, limit, null), AuditPage.class);
    }

    private List<AuditEntry> pages(
            @Nullable String actor,
            @Nullable String type,
            @Nullable String orderId,
            @Nullable Instant from,
            @Nullable Instant to) {
        List<AuditEntry> found = new ArrayList<>();
        String cursor = null;
        do {
            AuditPage page = reader.ask(new SearchAudit(actor, type, orderId, from, to, 7, cursor), AuditPage.class);
            found.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
