package dev.daybook.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartRefusal;
import dev.daybook.catalog.contract.RefusalDetails;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.List;
import java.util.Map;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a command handler throws on one node is written as Axon Server carries it, and read again on the other. */
class TravellingFailuresTest {
    private final CommandSerializer wire =
            new CommandSerializer(Jackson3Serializer.builder().build(), new AxonServerConfiguration());

    @Test
    void aRefusalArrivesWithItsCodeItsWordsAndItsFacts() {
        var refusal = CartRefusal.PRICE_CHANGED.because(
                "prices have changed", Map.of("items", List.of(Map.of("productId", "product-1", "amount", 1999))));

        Throwable arrived = throughTheWire(refusal);

        assertThat(arrived).isInstanceOf(CommandExecutionException.class).hasMessage("prices have changed");
        assertThat(HandlerExecutionException.<RefusalDetails>resolveDetails(arrived))
                .contains(new RefusalDetails(
                        "PRICE_CHANGED",
                        "prices have changed",
                        Map.of("items", List.of(Map.of("productId", "product-1", "amount", 1999)))));
    }

    @Test
    void thatThereIsNoSuchAggregateArrivesAsThat() {
        assertThat(throughTheWire(new AggregateNotFoundException("order-1", "not found")))
                .isInstanceOf(AggregateNotFoundException.class)
                .hasMessage("not found");
    }

    @Test
    void thatTheVersionIsAnotherArrivesAsThat() {
        assertThat(throughTheWire(new ConflictingModificationException("version 7 is expected")))
                .isInstanceOf(ConflictingModificationException.class);
    }

    @Test
    void aCollisionArrivesAsOneAndIsThereforeRepeated() {
        assertThat(throughTheWire(new ConcurrencyException("two at once"))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aDatabaseThatIsAwayArrivesAsAPartThatIsAway() {
        assertThat(throughTheWire(new CannotCreateTransactionException("no connection")))
                .isInstanceOf(EngineAwayException.class);
    }

    @Test
    void aFaultArrivesAsAFailureThatIsNeitherARefusalNorPassing() {
        Throwable arrived = throughTheWire(new IllegalStateException("a fault"));

        assertThat(arrived).isInstanceOf(CommandExecutionException.class);
        assertThat(HandlerExecutionException.resolveDetails(arrived)).isEmpty();
        assertThat(WireFailure.of(arrived)).isEmpty();
    }

    private Throwable throughTheWire(RuntimeException thrown) {
        CommandBus handling = new HandlingCommandBus(SimpleCommandBus.builder());
        handling.subscribe("work", command -> {
            throw thrown;
        });
        var sent = new CommandResponse[1];
        handling.dispatch(
                new GenericCommandMessage<>(GenericCommandMessage.asCommandMessage("work"), "work"),
                (command, result) -> sent[0] = wire.serialize(result, command.getIdentifier()));
        assertThat(sent[0]).isNotNull();

        return SendingCommandBus.arrived(wire.deserialize(sent[0])).exceptionResult();
    }
}
