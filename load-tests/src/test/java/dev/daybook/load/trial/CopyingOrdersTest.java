package dev.daybook.load.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.load.trial.TemplateEvent.Copy;
import dev.daybook.load.trial.TemplateEvent.Customer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyingOrdersTest {
    private static final String CUSTOMER = "user-0198c0de-0000-7000-8000-000000000001";
    private static final String CART = "cart-0198c0de-0000-7000-8000-000000000001";
    private static final String ORDER = "order-0198c0de-0000-7000-8000-000000000002";
    private static final String PRODUCT = "product-0198c0de-0000-7000-8000-000000000003";
    private static final Instant NEW_YEAR = Instant.parse("2020-01-01T00:00:00Z");

    private static final TemplateEvent ADDED =
            event(CART, "CartEvent$CartItemAdded", 3, """
            {"customerId":"%s","productId":"%s"}""".formatted(CUSTOMER, PRODUCT), "2026-03-01T12:00:00Z");
    private static final TemplateEvent CREATED =
            event(ORDER, "OrderEvent$OrderCreated", 0, """
            {"orderId":"%s","customerId":"%s","paymentDueAt":"2026-03-01T12:15:01.500Z"}""".formatted(ORDER, CUSTOMER), "2026-03-01T12:00:01.500Z");
    private static final TemplateEvent RESERVED = event(
            "stock-" + PRODUCT, "StockEvent$StockReserved", 7, """
            {"productId":"%s","orderId":"%s"}""".formatted(PRODUCT, ORDER), "2026-03-01T12:00:02Z");
    private static final TemplateEvent OTHER = event(
            "order-0198c0de-0000-7000-8000-000000000009", "OrderEvent$OrderShipped", 4, "{}", "2026-03-01T12:00:01Z");

    private final List<TemplateEvent> original = TemplateEvent.ofOrder(ORDER, List.of(ADDED, OTHER, CREATED, RESERVED));

    @Test
    void anOrderIsAllThatTouchedItFromItsCartOn() {
        assertThat(original)
                .extracting(TemplateEvent::payloadType)
                .containsExactly("CartEvent$CartItemAdded", "OrderEvent$OrderCreated", "StockEvent$StockReserved");
        assertThatThrownBy(() -> TemplateEvent.ofOrder("order-nosuch", List.of(ADDED, CREATED)))
                .hasMessageContaining("order-nosuch");
    }

    @Test
    void aCopyHasOtherIdsThatFitTogetherAndTheSameProducts() {
        Copy copy = new Copy(new Customer(), NEW_YEAR);
        String order = original.get(1).streamIn(copy);

        assertThat(order).startsWith("order-").isNotEqualTo(ORDER);
        assertThat(payload(1, copy)).contains(order).doesNotContain(CUSTOMER);
        assertThat(payload(2, copy)).contains(order, PRODUCT);
        assertThat(original.get(2).streamIn(copy)).isEqualTo("stock-" + PRODUCT);
        assertThat(original.get(2).isOfTheCatalog()).isTrue();
        assertThat(original.get(1).idIn(copy)).isNotEqualTo(CREATED.id());
    }

    @Test
    void timesKeepTheirDistance() {
        Copy copy = new Copy(new Customer(), NEW_YEAR);

        assertThat(original.get(0).timestampIn(copy)).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(original.get(1).timestampIn(copy)).isEqualTo("2020-01-01T00:00:01.500Z");
        assertThat(payload(1, copy)).contains("2020-01-01T00:15:01.500Z");
    }

    @Test
    void ordersOfOneCustomerComeFromOneCart() {
        Customer customer = new Customer();
        Copy first = new Copy(customer, NEW_YEAR);
        Copy second = new Copy(customer, NEW_YEAR);

        assertThat(original.get(0).streamIn(first)).isEqualTo(original.get(0).streamIn(second));
        assertThat(original.get(1).streamIn(first)).isNotEqualTo(original.get(1).streamIn(second));
        assertThat(first.sequence(original.get(0))).isZero();
        assertThat(second.sequence(original.get(0))).isEqualTo(1);
        assertThat(second.sequence(original.get(1))).isZero();
    }

    @Test
    void theProcessIsMovedPastThem() {
        assertThat(GeneratedOrders.movedTo(99, "{\"index\":7,\"gaps\":[3,5]}")).isEqualTo("{\"index\":99,\"gaps\":[]}");
        assertThatThrownBy(() -> GeneratedOrders.movedTo(99, "{}")).hasMessageContaining("without position");
    }

    private String payload(int event, Copy copy) {
        return new String(original.get(event).payloadIn(copy), UTF_8);
    }

    private static TemplateEvent event(String stream, String type, long sequence, String payload, String timestamp) {
        Instant at = Instant.parse(timestamp);
        return new TemplateEvent(
                stream,
                sequence,
                null,
                "0198c0de-0000-7000-9000-00000000000" + sequence,
                "{}",
                payload,
                null,
                type,
                at,
                at);
    }
}
