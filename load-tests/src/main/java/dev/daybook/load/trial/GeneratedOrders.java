package dev.daybook.load.trial;

import dev.daybook.load.trial.TemplateEvent.Copy;
import dev.daybook.load.trial.TemplateEvent.Customer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Orders that nobody has placed: copies of a few that were, with other ids and times, written straight into the event store.
 * Every copy has all events of its original, from cart to delivery, in their order.
 */
final class GeneratedOrders {
    private static final Duration APART = Duration.ofSeconds(10);
    private static final int ORDERS_OF_A_CUSTOMER = 10;
    private static final int EVENTS_OF_A_BATCH = 1_000;
    private static final int EVENTS_OF_A_TRANSACTION = 20_000;

    private static final String INSERT = """
            insert into domain_event_entry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload,
                payloadRevision, payloadType, timestamp) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Set<String> PROCESS = Set.of("order-opening", "lifecycle");

    private final List<List<TemplateEvent>> originals;

    /** How far the streams of the catalog have got, which all orders share. */
    private final Map<String, Long> catalog = new HashMap<>();

    private int written;

    private GeneratedOrders(List<List<TemplateEvent>> originals) {
        this.originals = originals;
    }

    /** @param orders ids of those to copy, each of a customer who has ordered nothing else */
    static GeneratedOrders like(List<String> orders, Connection book) throws SQLException {
        List<TemplateEvent> events = new ArrayList<>();
        try (var statement = book.createStatement();
                ResultSet rows = statement.executeQuery("select * from domain_event_entry order by globalIndex")) {
            while (rows.next()) events.add(TemplateEvent.of(rows));
        }
        GeneratedOrders generated = new GeneratedOrders(orders.stream()
                .map(order -> TemplateEvent.ofOrder(order, events))
                .toList());
        for (TemplateEvent event : events)
            if (event.isOfTheCatalog()) generated.catalog.merge(event.stream(), event.sequence() + 1, Math::max);
        return generated;
    }

    /**
     * Writes as many more as are missing; Daybook must not be running.
     *
     * @param readers those of the views' processors that are to read them, by name
     */
    void writeUpTo(int count, Predicate<String> readers, Connection book) throws SQLException {
        book.setAutoCommit(false);
        Instant newest = Instant.now().minus(APART);
        int pending = 0;
        int uncommitted = 0;
        Map<Integer, Customer> customers = new HashMap<>();
        try (PreparedStatement insert = book.prepareStatement(INSERT)) {
            for (; written < count; written++) {
                int number = written % originals.size();
                Customer customer = customers.get(number);
                if (customer == null || customer.orders == ORDERS_OF_A_CUSTOMER)
                    customers.put(number, customer = new Customer());
                customer.orders++;
                Copy copy = new Copy(customer, newest.minus(APART.multipliedBy(count - written)));
                for (TemplateEvent event : originals.get(number)) {
                    add(insert, event, copy);
                    if (++pending == EVENTS_OF_A_BATCH) {
                        insert.executeBatch();
                        uncommitted += pending;
                        pending = 0;
                    }
                }
                if (uncommitted >= EVENTS_OF_A_TRANSACTION) {
                    book.commit();
                    uncommitted = 0;
                }
            }
            insert.executeBatch();
        }
        passAllBut(readers, book);
        book.commit();
    }

    private void add(PreparedStatement insert, TemplateEvent event, Copy copy) throws SQLException {
        String stream = event.streamIn(copy);
        long sequence = event.isOfTheCatalog() ? catalog.merge(stream, 1L, Long::sum) - 1 : copy.sequence(event);
        insert.setString(1, stream);
        insert.setLong(2, sequence);
        insert.setString(3, event.type());
        insert.setString(4, event.idIn(copy));
        insert.setBytes(5, event.metadataIn(copy));
        insert.setBytes(6, event.payloadIn(copy));
        insert.setString(7, event.payloadRevision());
        insert.setString(8, event.payloadType());
        insert.setString(9, event.timestampIn(copy));
        insert.addBatch();
    }

    /** The process has nothing to do for them, nor have the views that nobody looks at. */
    private static void passAllBut(Predicate<String> readers, Connection book) throws SQLException {
        long head = headOf(book);
        Set<String> passed = new HashSet<>();
        try (var tokens = book.prepareStatement("select * from token_entry where token is not null for update");
                ResultSet row = tokens.executeQuery()) {
            while (row.next()) {
                String processor = row.getString("processorName");
                if (!PROCESS.contains(processor) && readers.test(processor)) continue;
                move(processor, row.getInt("segment"), movedTo(head, TemplateEvent.text(row.getBytes("token"))), book);
                passed.add(processor);
            }
        }
        if (!passed.containsAll(PROCESS)) throw new IllegalStateException("there are tokens of " + passed + " only");
    }

    private static long headOf(Connection book) throws SQLException {
        try (var statement = book.createStatement();
                ResultSet row = statement.executeQuery("select max(globalIndex) from domain_event_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void move(String processor, int segment, String token, Connection book) throws SQLException {
        try (PreparedStatement update =
                book.prepareStatement("update token_entry set token = ? where processorName = ? and segment = ?")) {
            update.setBytes(1, TemplateEvent.bytes(token));
            update.setString(2, processor);
            update.setInt(3, segment);
            update.executeUpdate();
        }
    }

    static String movedTo(long position, String token) {
        String moved = token.replaceFirst("\"index\":\\s*\\d+", "\"index\":" + position)
                .replaceFirst("\"gaps\":\\s*\\[[^]]*]", "\"gaps\":[]");
        if (!moved.contains("\"index\":" + position))
            throw new IllegalStateException("a token without position: " + token);
        return moved;
    }
}
