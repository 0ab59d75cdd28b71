package dev.daybook.order.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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
class PublishedEventsTest {
    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Object> samples() {
        return Stream.of(
                Samples.created(),
                Samples.stockReserved(),
                Samples.paymentRetried(2),
                Samples.paymentDeclined(1),
                Samples.paid(),
                Samples.processingStarted(),
                Samples.shipped(),
                Samples.delivered(),
                Samples.cancelled(),
                Samples.archived(),
                Samples.flagged(),
                Samples.requested(1),
                Samples.captured(1),
                Samples.declined(1),
                Samples.voided(1),
                Samples.refundRequested(1),
                Samples.refunded(1));
    }

    @Test
    void haveASampleEach() {
        Set<Class<?>> published = Stream.of(OrderEvent.class, PaymentEvent.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(samples().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(published);
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
        var approved = approved(event);

        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                approved.get("payload").toString(),
                String.class,
                approved.get("type").stringValue(),
                null));

        assertThat(read).isEqualTo(event);
    }

    private JsonNode approved(Object event) throws IOException {
        var name = "/events/" + event.getClass().getSimpleName() + ".json";
        try (var in = PublishedEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as("approved JSON " + name).isNotNull();
            return json.readTree(in);
        }
    }
}
