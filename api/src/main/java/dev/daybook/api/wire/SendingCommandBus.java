package dev.daybook.api.wire;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;

/** Sends commands to Axon Server, and fails as the in-memory bus does where the other node failed so. */
class SendingCommandBus extends AxonServerCommandBus {
    SendingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>dispatch(command, (sent, result) -> callback.onResult(sent, arrived(result)));
    }

    static <R> CommandResultMessage<? extends R> arrived(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) return result;
        Throwable failure = result.exceptionResult();
        return WireFailure.of(failure)
                .<CommandResultMessage<? extends R>>map(
                        kind -> GenericCommandResultMessage.asCommandResultMessage(kind.exception(failure)))
                .orElse(result);
    }
}
