package dev.daybook.api.command;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.request.RequestIds;
import dev.daybook.identity.contract.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;

/** Says on every command that a request sends who asks, in what role, and in which request. */
@Component
class CallerMetaData implements MessageDispatchInterceptor<CommandMessage<?>> {
    CallerMetaData(CommandBus commands) {
        commands.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        Map<String, String> said = new HashMap<>();
        SignedIn.current().ifPresent(caller -> say(said, caller));
        String requestId = RequestIds.current();
        if (requestId != null) said.put("requestId", requestId);
        return (index, command) ->
                said.isEmpty() || command.getMetaData().containsKey("actor") ? command : command.andMetaData(said);
    }

    private static void say(Map<String, String> said, Caller caller) {
        said.put("actor", caller.accountId());
        said.put("role", SignedIn.isAdmin(caller) ? "ADMIN" : "USER");
    }
}
