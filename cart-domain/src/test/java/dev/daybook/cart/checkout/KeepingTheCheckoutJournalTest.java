package dev.daybook.cart.checkout;

import static dev.daybook.cart.contract.CartRefusal.IDEMPOTENCY_KEY_REUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.cart.CartDatabase;
import dev.daybook.cart.MovableClock;
import dev.daybook.cart.Refused;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothEngines
class KeepingTheCheckoutJournalTest {
    private static final CustomerId ANN = new CustomerId("user-ann");
    private static final CustomerId BOB = new CustomerId("user-bob");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Duration A_DAY = Duration.ofHours(24);

    private final MovableClock clock = new MovableClock();
    private final CartDatabase database = CartDatabase.empty();
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final JdbcCheckoutJournal journal = new JdbcCheckoutJournal(
            database.dataSource(), database.transactions(), events, clock, new CheckoutJournalSettings(A_DAY));

    @Test
    void isPurgedAtIntervalsThatMakeSense() {
        assertThatThrownBy(() -> new CheckoutJournalSettings(Duration.ZERO))
                .hasMessageContaining("daybook.cart.checkout-journal.purge-every");
    }

    @Test
    void namesTheOrderByCustomerAndKey() {
        assertThat(journal.orderIdFor(ANN, "key"))
                .isEqualTo(journal.orderIdFor(ANN, "key"))
                .isNotEqualTo(journal.orderIdFor(BOB, "key"))
                .isNotEqualTo(journal.orderIdFor(ANN, "another"))
                .isNotEqualTo(journal.orderIdFor(ANN, ""));
    }

    @Test
    void namesTheOrderAsItAlwaysDid() {
        assertThat(journal.orderIdFor(ANN, "key")).hasToString("order-5180c004-4492-5527-b507-071c6f1995d9");
    }

    @Test
    void findsNothingForANewKey() {
        assertThat(journal.find(ANN, "key", "hash")).isEmpty();
    }

    @Test
    void findsTheOrderThatCameOfTheKey() {
        journal.keep(ANN, "key", "hash", ORDER);

        assertThat(journal.find(ANN, "key", "hash")).contains(ORDER);
        assertThat(journal.find(ANN, "Key", "hash")).isEmpty();
        assertThat(journal.find(BOB, "key", "hash")).isEmpty();
    }

    @Test
    void knowsAKeyForEverByTheOrderThatCameOfIt() {
        OrderId order = journal.orderIdFor(ANN, "key");
        journal.keep(ANN, "key", "hash", order);
        events.publish(new GenericDomainEventMessage<>("Order", order.value(), 0, "opened"));

        clock.pass(A_DAY.multipliedBy(400));
        journal.purge();

        assertThat(journal.find(ANN, "key", "hash")).contains(order);
        assertThat(journal.find(ANN, "another", "hash")).isEmpty();
        assertThat(journal.find(BOB, "key", "hash")).isEmpty();
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        journal.keep(ANN, "key", "hash", ORDER);

        Refused.with(IDEMPOTENCY_KEY_REUSED, () -> journal.find(ANN, "key", "another"));
        Refused.with(IDEMPOTENCY_KEY_REUSED, () -> journal.keep(ANN, "key", "another", ORDER));
        assertThat(journal.find(ANN, "key", "hash")).contains(ORDER);
    }

    @Test
    void isHarmlessWhenRepeated() {
        journal.keep(ANN, "key", "hash", ORDER);
        journal.keep(ANN, "key", "hash", ORDER);

        assertThat(journal.find(ANN, "key", "hash")).contains(ORDER);
    }

    @Test
    void takesKeysOfAnyLengthAndAlphabet() {
        String key = "ключ 🔑 ' -- ".repeat(500);
        journal.keep(ANN, key, "hash", ORDER);

        assertThat(journal.find(ANN, key, "hash")).contains(ORDER);
        assertThat(journal.find(ANN, key + ".", "hash")).isEmpty();
    }

    @Test
    void forgetsAfterADay() {
        journal.keep(ANN, "key", "hash", ORDER);
        clock.pass(A_DAY.minusSeconds(1));
        assertThat(journal.find(ANN, "key", "hash")).contains(ORDER);

        clock.pass(Duration.ofSeconds(1));

        assertThat(journal.find(ANN, "key", "hash")).isEmpty();
        assertThat(journal.find(ANN, "key", "another")).isEmpty();
    }

    @Test
    void keepsAKeyAnewAfterADay() {
        journal.keep(ANN, "key", "hash", ORDER);
        clock.pass(A_DAY);

        journal.keep(ANN, "key", "another", new OrderId("order-2"));

        assertThat(journal.find(ANN, "key", "another")).contains(new OrderId("order-2"));
    }

    @Test
    void purgesWhatIsOlderThanADay() {
        journal.keep(ANN, "old", "hash", ORDER);
        clock.pass(Duration.ofHours(1));
        journal.keep(ANN, "young", "hash", ORDER);
        clock.pass(A_DAY.minusHours(1));

        journal.purge();

        assertThat(entries()).isEqualTo(1);
        assertThat(journal.find(ANN, "young", "hash")).contains(ORDER);
    }

    @Test
    void takesOneEntryOfManyEqualRequestsAtOnce() throws Exception {
        assertThat(keepAtOnce(16, request -> "hash")).isEqualTo(16);

        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void letsOneOfManyDifferentRequestsWin() throws Exception {
        assertThat(keepAtOnce(16, request -> "hash-" + request)).isEqualTo(1);

        assertThat(entries()).isEqualTo(1);
    }

    /** How many of the requests were kept, or found kept. */
    private int keepAtOnce(int requests, IntFunction<String> hash) throws Exception {
        var together = new CyclicBarrier(requests);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String requestHash = hash.apply(i);
            attempts.add(() -> {
                together.await();
                try {
                    journal.keep(ANN, "key", requestHash, ORDER);
                    return true;
                } catch (CommandExecutionException reused) {
                    return false;
                }
            });
        }
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(requests)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) if (attempt.get()) kept++;
        }
        return kept;
    }

    private long entries() {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from checkout_journal")
                .query(Long.class)
                .single();
    }
}
