package dev.daybook.api.wire;

import static dev.daybook.api.wire.WireFailure.AWAY;
import static dev.daybook.api.wire.WireFailure.COLLIDED;
import static dev.daybook.api.wire.WireFailure.STALE;
import static dev.daybook.api.wire.WireFailure.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartRefusal;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is away, and what is not: a fault that is taken for the first holds up the process for ever. */
class TellingFailuresTest {
    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    // --- Axon Server's own codes

    @ParameterizedTest
    @ValueSource(strings = {"AXONIQ-2100", "AXONIQ-3001", "AXONIQ-4000", "AXONIQ-4003", "AXONIQ-5000", "AXONIQ-5002"})
    void aServerOrAHandlerThatIsNotThereIsAway(String code) {
        assertThat(WireFailure.of(answered(code))).contains(AWAY);
        assertThat(WireFailure.of(failedWith(code))).contains(AWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AXONIQ-0001",
                "AXONIQ-1000",
                "AXONIQ-1001",
                "AXONIQ-1302",
                "AXONIQ-2001",
                "AXONIQ-2002",
                "AXONIQ-3004",
                "AXONIQ-4002",
                "AXONIQ-4005",
                "AXONIQ-9000",
                "AXONIQ-9100"
            })
    void whatAServerSaysOfTheRequestIsNoPassingMatter(String code) {
        assertThat(WireFailure.of(answered(code))).isEmpty();
        assertThat(WireFailure.of(failedWith(code))).isEmpty();
    }

    @Test
    void anEventOnAnOlderVersionIsACollision() {
        assertThat(WireFailure.of(answered("AXONIQ-2000"))).contains(COLLIDED);
        assertThat(WireFailure.of(failedWith("AXONIQ-2000"))).contains(COLLIDED);
        assertThat(WireFailure.of(new EventStoreException("wrapped", failedWith("AXONIQ-2000"))))
                .contains(COLLIDED);
    }

    // --- the connection

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "ABORTED"})
    void aCallThatDidNotGetThroughIsAway(Status.Code status) {
        assertThat(WireFailure.of(status.toStatus().asRuntimeException())).contains(AWAY);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OK", "UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "ABORTED"})
    void aCallThatWasAnsweredIsNot(Status.Code status) {
        assertThat(WireFailure.of(status.toStatus().asRuntimeException())).isEmpty();
    }

    @Test
    void anAppendOfWhichNothingWasHeardIsAway() {
        assertThat(WireFailure.of(new ExecutionException("Timeout while executing request", new TimeoutException())))
                .contains(AWAY);
    }

    @Test
    void theConnectorsOwnWordForAConnectionThatFailedIsAway() {
        var failed =
                new io.axoniq.axonserver.connector.AxonServerException(ErrorCategory.CONNECTION_FAILED, "gone", "here");

        assertThat(WireFailure.of(new EventStoreException("wrapped", failed))).contains(AWAY);
    }

    @Test
    void aCommandThatCannotBeWrittenIsNotAwayThoughItWasNotDispatchedEither() {
        var dispatch = new AxonServerCommandDispatchException(
                ErrorCode.COMMAND_DISPATCH_ERROR.errorCode(),
                "Exception while dispatching",
                new SerializationException("no such type"));

        assertThat(WireFailure.of(dispatch)).isEmpty();
    }

    @Test
    void aCommandThatCouldNotBeDispatchedBecauseThereIsNoConnectionIsAway() {
        var dispatch = new AxonServerCommandDispatchException(
                ErrorCode.COMMAND_DISPATCH_ERROR.errorCode(),
                "Exception while dispatching",
                new AxonServerException(ErrorCode.CONNECTION_FAILED.errorCode(), "no connection"));

        assertThat(WireFailure.of(dispatch)).contains(AWAY);
    }

    // --- the node that handled

    @Test
    void aRefusalIsNoneOfThem() {
        assertThat(WireFailure.of(CartRefusal.EMPTY_CART.because("empty"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNoneOfThem(Throwable fault) {
        assertThat(WireFailure.of(fault)).isEmpty();
        assertThat(WireFailure.of(new CommandExecutionException("on the other node", fault)))
                .isEmpty();
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException("a fault"),
                new NullPointerException(),
                new SerializationException("unreadable"),
                new DataIntegrityViolationException("a check"));
    }

    @Test
    void anAggregateThatIsMissingOrElsewhereIsTold() {
        assertThat(WireFailure.of(new AggregateNotFoundException("order-1", "not found")))
                .contains(UNKNOWN);
        assertThat(WireFailure.of(new ConflictingModificationException("version 7 is expected")))
                .contains(STALE);
    }

    @Test
    void whateverMayGoWellAtOnceIsACollision() {
        assertThat(WireFailure.of(new ConcurrencyException("two at once"))).contains(COLLIDED);
        assertThat(WireFailure.of(new AggregateStreamCreationException("two firsts at once")))
                .contains(COLLIDED);
        assertThat(WireFailure.of(
                        new CannotAcquireLockException("given up", new SQLException("deadlock", "40001", 1213))))
                .contains(COLLIDED);
    }

    @Test
    void aDatabaseThatIsAwayAndAHandlerThatIsNotThereAreAway() {
        assertThat(WireFailure.of(new CannotCreateTransactionException("no connection")))
                .contains(AWAY);
        assertThat(WireFailure.of(new NoHandlerForCommandException("none"))).contains(AWAY);
    }

    @Test
    void everyKindBecomesAnExceptionThatIsToldAsTheSameKind() {
        for (WireFailure kind : EnumSet.allOf(WireFailure.class))
            assertThat(WireFailure.of(kind.exception(new IllegalStateException("whatever"))))
                    .contains(kind);
    }

    // --- commands that nobody answered

    @ParameterizedTest
    @ValueSource(strings = {"AXONIQ-4001", "AXONIQ-6001", "AXONIQ-1900", "AXONIQ-1100", "AXONIQ-1400", "AXONIQ-1500"})
    void aHandlerThatDiedOverACommandIsToldAsAway(String code) {
        assertThat(WireFailure.of(toldAs(response(code, "")))).contains(AWAY);
    }

    @Test
    void aCommandThatTheServerGaveUpWaitingForIsToldAsAway() {
        assertThat(WireFailure.of(toldAs(response("AXONIQ-4002", "")))).contains(AWAY);
    }

    @Test
    void whatAHandlerFailedWithIsLeftAsItIs() {
        var failed = response("AXONIQ-4002", "instance-2");
        var refused = failed.toBuilder()
                .setPayload(SerializedObject.newBuilder().setType("a refusal"))
                .build();
        var done = CommandResponse.newBuilder().setRequestIdentifier("1").build();

        assertThat(Set.of(failed, refused, done))
                .allMatch(response -> UnansweredCommands.told(response).equals(response));
    }

    private static Throwable toldAs(CommandResponse response) {
        CommandResponse told = UnansweredCommands.told(response);
        return ErrorCode.getFromCode(told.getErrorCode()).convert(told.getErrorMessage());
    }

    private static CommandResponse response(String code, String location) {
        return CommandResponse.newBuilder()
                .setErrorCode(code)
                .setErrorMessage(
                        ErrorMessage.newBuilder().setMessage("what went wrong").setLocation(location))
                .build();
    }

    /** As the answer to a command. */
    private static Throwable answered(String code) {
        return ErrorCode.getFromCode(code)
                .convert(ErrorMessage.newBuilder().setMessage("what went wrong").build());
    }

    /** As the end of a call. */
    private static StatusRuntimeException failedWith(String code) {
        var trailers = new Metadata();
        trailers.put(CODE, code);
        return Status.CANCELLED.asRuntimeException(trailers);
    }
}
