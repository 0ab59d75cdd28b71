package dev.daybook.order.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A published event is frozen: its type's name and its JSON. */
class PublishedEventsTest {
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
    void keepTheirJson(Object event) {
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(approved(event)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadBackAsTheyWere(Object event) {
        assertThat(json.readValue(approved(event), event.getClass())).isEqualTo(event);
    }

    private static String approved(Object event) {
        var name = "/events/" + event.getClass().getSimpleName() + ".json";
        try (var in = PublishedEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as("approved JSON " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
