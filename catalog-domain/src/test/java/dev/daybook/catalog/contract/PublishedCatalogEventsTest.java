package dev.daybook.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReserved;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
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
class PublishedCatalogEventsTest {
    private static final ProductId PRODUCT = new ProductId("product-0198c0de-0000-7000-8000-000000000001");
    private static final OrderId ORDER = new OrderId("order-0198c0de-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final JsonMapper json = JsonMapper.builder().build();

    static List<Object> samples() {
        return List.of(
                new ProductAdded(
                        PRODUCT,
                        "LAP-1",
                        "Laptop",
                        "Light and fast",
                        "Electronics",
                        "Acme",
                        new Money(99_999, "USD"),
                        AT),
                new ProductDetailsChanged(PRODUCT, "Laptop 2", "Lighter and faster", "Computers", "Acme Inc.", AT),
                new ProductRepriced(PRODUCT, new Money(99_999, "USD"), new Money(89_999, "USD"), AT),
                new ProductDiscontinued(PRODUCT, AT),
                new StockRegistered(PRODUCT, 100, AT),
                new StockReceived(PRODUCT, "movement-1", 20, AT),
                new StockAdjusted(PRODUCT, "movement-2", -3, "broken in the warehouse", AT),
                new StockReserved(PRODUCT, ORDER, 2, AT),
                new StockRejected(PRODUCT, ORDER, 5, 4, AT),
                new StockDispatched(PRODUCT, ORDER, 2, AT),
                new StockReleased(PRODUCT, ORDER, 2, AT),
                new StockReturned(PRODUCT, ORDER, 2, AT));
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
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProductEvent.class, StockEvent.class)
                        .<Class<?>>flatMap(contract -> Stream.of(contract.getPermittedSubclasses()))
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
