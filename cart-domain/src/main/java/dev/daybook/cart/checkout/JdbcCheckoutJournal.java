package dev.daybook.cart.checkout;

import static dev.daybook.cart.contract.CartRefusal.IDEMPOTENCY_KEY_REUSED;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the journal in a table; entries end after 24 hours, and the table's unique key decides races. After that the book
 * still tells which keys became orders.
 */
@Component
@EnableScheduling
@EnableConfigurationProperties(CheckoutJournalSettings.class)
class JdbcCheckoutJournal implements CheckoutJournal, SchedulingConfigurer {
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    /** Frozen: another namespace would give every key another order. */
    private static final UUID NAMESPACE = UUID.fromString("3f6a8f0e-6d0c-5b7e-9a43-5d1f2c9be7a4");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventStore events;
    private final Clock clock;
    private final CheckoutJournalSettings settings;

    JdbcCheckoutJournal(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventStore events,
            Clock clock,
            CheckoutJournalSettings settings) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName(TRANSACTION);
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public OrderId orderIdFor(CustomerId customer, String idempotencyKey) {
        // no customer id contains a slash, so that no two pairs share a name
        UUID name = UuidCreator.getNameBasedSha1(NAMESPACE, customer.value() + "/" + idempotencyKey);
        return new OrderId(OrderId.PREFIX + name);
    }

    @Override
    public Optional<OrderId> find(CustomerId customer, String idempotencyKey, String requestHash) {
        Optional<Entry> entry = transaction.execute(reading -> read(customer, digest(idempotencyKey)));
        return entry.map(kept -> kept.requireSameRequest(requestHash))
                .or(() -> findInTheBook(customer, idempotencyKey));
    }

    /** Entries end, and carts remember few orders; without the book a key from long ago would sell the next cart. */
    private Optional<OrderId> findInTheBook(CustomerId customer, String idempotencyKey) {
        OrderId order = orderIdFor(customer, idempotencyKey);
        return events.lastSequenceNumberFor(order.value()).map(opened -> order);
    }

    @Override
    public void keep(CustomerId customer, String idempotencyKey, String requestHash, OrderId order) {
        String key = digest(idempotencyKey);
        transaction.executeWithoutResult(writing -> {
            try {
                insert(customer, key, requestHash, order);
            } catch (DuplicateKeyException kept) {
                // Most often it is still good. Looked at before it is written to: on MySQL those who met it hold a lock
                // on
                // it together, and two that want to write then wait for each other.
                if (requireSameRequest(customer, key, requestHash)) return;
                if (!replaceExpired(customer, key, requestHash, order)) requireSameRequest(customer, key, requestHash);
            }
        });
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::purge, settings.purgeEvery(), settings.purgeEvery()));
    }

    void purge() {
        transaction.executeWithoutResult(purging -> jdbc.sql("delete from checkout_journal where kept_at <= :expiry")
                .param("expiry", expiry())
                .update());
    }

    /** Whether an entry of the last 24 hours is there, of this same request. */
    private boolean requireSameRequest(CustomerId customer, String key, String requestHash) {
        Optional<Entry> kept = read(customer, key);
        kept.ifPresent(entry -> entry.requireSameRequest(requestHash));
        return kept.isPresent();
    }

    private Optional<Entry> read(CustomerId customer, String key) {
        return jdbc.sql("""
                        select request_hash, order_id from checkout_journal
                        where customer_id = :customer and key_digest = :key and kept_at > :expiry""")
                .param("customer", customer.value())
                .param("key", key)
                .param("expiry", expiry())
                .query((row, number) ->
                        new Entry(row.getString("request_hash"), new OrderId(row.getString("order_id"))))
                .optional();
    }

    private void insert(CustomerId customer, String key, String requestHash, OrderId order) {
        jdbc.sql("""
                        insert into checkout_journal (customer_id, key_digest, request_hash, order_id, kept_at)
                        values (:customer, :key, :hash, :order, :now)""")
                .param("customer", customer.value())
                .param("key", key)
                .param("hash", requestHash)
                .param("order", order.value())
                .param("now", now())
                .update();
    }

    private boolean replaceExpired(CustomerId customer, String key, String requestHash, OrderId order) {
        return jdbc.sql("""
                        update checkout_journal set request_hash = :hash, order_id = :order, kept_at = :now
                        where customer_id = :customer and key_digest = :key and kept_at <= :expiry""")
                        .param("hash", requestHash)
                        .param("order", order.value())
                        .param("now", now())
                        .param("customer", customer.value())
                        .param("key", key)
                        .param("expiry", expiry())
                        .update()
                == 1;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDateTime expiry() {
        return now().minus(KEPT_FOR);
    }

    private static String digest(String idempotencyKey) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(idempotencyKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private record Entry(String requestHash, OrderId order) {
        OrderId requireSameRequest(String anotherHash) {
            if (!requestHash.equals(anotherHash))
                throw IDEMPOTENCY_KEY_REUSED.because("this Idempotency-Key came with another request before");
            return order;
        }
    }
}
