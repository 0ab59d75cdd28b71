package dev.daybook.load.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event of a real order, to be written again with other ids and times. Ids of products stay, those of customers are shared by
 * some orders, all others are an order's own.
 */
record TemplateEvent(
        String stream,
        long sequence,
        @Nullable String type,
        String id,
        String metadata,
        String payload,
        @Nullable String payloadRevision,
        String payloadType,
        Instant timestamp,
        Instant began) {
    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern CHANGING = Pattern.compile(
            "(?<prefix>[a-z]+-)?(?<uuid>" + UUIDS + ")|(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)");
    private static final Pattern CUSTOMER = Pattern.compile("\"user-" + UUIDS + "\"");
    private static final Set<String> OF_THE_CATALOG = Set.of("product-", "stock-");
    private static final Set<String> OF_THE_CUSTOMER = Set.of("user-", "cart-");
    private static final String ORDER = "order-";

    static TemplateEvent of(ResultSet row) throws SQLException {
        Instant timestamp = Instant.parse(row.getString("timestamp"));
        return new TemplateEvent(
                row.getString("aggregateIdentifier"),
                row.getLong("sequenceNumber"),
                row.getString("type"),
                row.getString("eventIdentifier"),
                text(row.getBytes("metaData")),
                text(row.getBytes("payload")),
                row.getString("payloadRevision"),
                row.getString("payloadType"),
                timestamp,
                timestamp);
    }

    /** What happened to an order, from the first thing in its customer's cart. */
    static List<TemplateEvent> ofOrder(String order, List<TemplateEvent> events) {
        String customer = events.stream()
                .filter(event -> event.payloadType.endsWith("$OrderCreated") && event.payload.contains(order))
                .map(event -> CUSTOMER.matcher(event.payload)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not created"));
        List<TemplateEvent> own = events.stream()
                .filter(event -> event.payload.contains(order) || event.payload.contains(customer))
                .toList();
        Instant began = own.getFirst().timestamp;
        return own.stream().map(event -> event.within(began)).toList();
    }

    private TemplateEvent within(Instant began) {
        return new TemplateEvent(
                stream, sequence, type, id, metadata, payload, payloadRevision, payloadType, timestamp, began);
    }

    String streamIn(Copy copy) {
        return rewritten(stream, copy);
    }

    String idIn(Copy copy) {
        return rewritten(id, copy);
    }

    byte[] metadataIn(Copy copy) {
        return bytes(rewritten(metadata, copy));
    }

    byte[] payloadIn(Copy copy) {
        return bytes(rewritten(payload, copy));
    }

    String timestampIn(Copy copy) {
        return copy.at(began, timestamp);
    }

    private String rewritten(String text, Copy copy) {
        Matcher found = CHANGING.matcher(text);
        StringBuilder rewritten = new StringBuilder(text.length());
        while (found.find()) {
            String time = found.group("time");
            String prefix = found.group("prefix") == null ? "" : found.group("prefix");
            String value;
            if (time != null) value = copy.at(began, Instant.parse(time));
            else if (OF_THE_CATALOG.contains(prefix)) value = found.group();
            else value = prefix + copy.id(prefix, found.group("uuid"));
            found.appendReplacement(rewritten, value);
        }
        return found.appendTail(rewritten).toString();
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "{}" : new String(bytes, UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Streams of the catalog are shared by all orders. */
    boolean isOfTheCatalog() {
        return OF_THE_CATALOG.stream().anyMatch(stream::startsWith);
    }

    private boolean isOfTheCustomer() {
        return OF_THE_CUSTOMER.stream().anyMatch(stream::startsWith);
    }

    /** Who places some orders, one after the other. */
    static final class Customer {
        int orders;
        private final Map<String, String> ids = new HashMap<>();
        private long inTheCart;
    }

    /** What one copy of an order is called, and when it was. */
    static final class Copy {
        private static final SplittableRandom RANDOM = new SplittableRandom();

        private final Customer customer;
        private final Map<String, String> own = new HashMap<>();
        private final Instant begins;

        Copy(Customer customer, Instant begins) {
            this.customer = customer;
            this.begins = begins;
        }

        /** A cart goes on where its customer's last order left it. */
        long sequence(TemplateEvent event) {
            return event.isOfTheCustomer() ? customer.inTheCart++ : event.sequence;
        }

        private String id(String prefix, String original) {
            boolean shared = OF_THE_CUSTOMER.contains(prefix) || customer.ids.containsKey(original);
            return (shared ? customer.ids : own)
                    .computeIfAbsent(
                            original, unused -> freshId(prefix.equals(ORDER)).toString());
        }

        /** In the order of time, but for orders: each is made with an {@code Idempotency-Key}, and its id from that. */
        private UUID freshId(boolean order) {
            return order ? new UUID(RANDOM.nextLong(), RANDOM.nextLong()) : UuidCreator.getTimeOrderedEpoch(begins);
        }

        private String at(Instant began, Instant original) {
            return begins.plus(Duration.between(began, original)).toString();
        }
    }
}
