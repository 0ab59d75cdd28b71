package dev.daybook.api.wire;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;

/** Handles what Axon Server hands to this node, and makes failures ready to travel: those of the commit, too. */
class HandlingCommandBus extends SimpleCommandBus {
    HandlingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>dispatch(command, (sent, result) -> callback.onResult(sent, readyToTravel(result)));
    }

    private static <R> CommandResultMessage<? extends R> readyToTravel(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) return result;
        Throwable failure = result.exceptionResult();
        return WireFailure.of(failure)
                .<CommandResultMessage<? extends R>>map(kind -> GenericCommandResultMessage.asCommandResultMessage(
                        new CommandExecutionException(String.valueOf(failure.getMessage()), failure, kind)))
                .orElse(result);
    }
}
