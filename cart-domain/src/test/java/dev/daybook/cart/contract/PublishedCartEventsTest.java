package dev.daybook.cart.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartEvent.CartCheckedOut;
import dev.daybook.cart.contract.CartEvent.CartCleared;
import dev.daybook.cart.contract.CartEvent.CartItemAdded;
import dev.daybook.cart.contract.CartEvent.CartItemQuantityChanged;
import dev.daybook.cart.contract.CartEvent.CartItemRemoved;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published event is frozen: when one of these fails, the answer is an upcaster, not another approved file. */
class PublishedCartEventsTest {
    private static final CustomerId CUSTOMER = new CustomerId("user-0198c0de-0000-7000-8000-000000000003");
    private static final CartId CART = CartId.of(CUSTOMER);
    private static final ProductId PRODUCT = new ProductId("product-0198c0de-0000-7000-8000-000000000001");
    private static final OrderId ORDER = new OrderId("order-0198c0de-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final JsonMapper json = JsonMapper.builder().build();

    static List<Object> samples() {
        Money price = new Money(99_999, "USD");
        return List.of(
                new CartItemAdded(CART, CUSTOMER, "addition-1", PRODUCT, "Laptop", price, 1, 2, AT),
                new CartItemQuantityChanged(CART, CUSTOMER, PRODUCT, 3, AT),
                new CartItemRemoved(CART, CUSTOMER, PRODUCT, AT),
                new CartCleared(CART, CUSTOMER, AT),
                new CartCheckedOut(
                        CART,
                        CUSTOMER,
                        ORDER,
                        List.of(new CartLine(PRODUCT, "Laptop", price, 2)),
                        new Money(199_998, "USD"),
                        "sim-approve",
                        AT));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areWrittenAsApproved(Object event) throws IOException {
        SerializedObject<String> written = serializer.serialize(event, String.class);

        assertThat(written.getType().getName())
                .isEqualTo(approved(event).get("type").stringValue());
        assertThat(written.getType().getRevision()).isNull();
        assertThat(json.readTree(written.getData())).isEqualTo(approved(event).get("payload"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadAsTheyWereMeant(Object event) throws IOException {
        JsonNode approved = approved(event);

        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                approved.get("payload").toString(),
                String.class,
                approved.get("type").stringValue(),
                null));

        assertThat(read).isEqualTo(event);
    }

    @Test
    void areAllApproved() {
        assertThat(samples().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Stream.<Class<?>>of(CartEvent.class.getPermittedSubclasses())
                        .toList());
    }

    private JsonNode approved(Object event) throws IOException {
        String file = "/approved/" + event.getClass().getSimpleName() + ".json";
        try (InputStream content = getClass().getResourceAsStream(file)) {
            assertThat(content).as("the approved file " + file).isNotNull();
            return json.readTree(content);
        }
    }
}
