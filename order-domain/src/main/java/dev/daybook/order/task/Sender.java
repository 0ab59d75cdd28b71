package dev.daybook.order.task;

import dev.daybook.catalog.contract.Receipt;
import dev.daybook.catalog.contract.RefusalDetails;
import dev.daybook.order.task.Sender.Answer.Given;
import dev.daybook.order.task.Sender.Answer.Refused;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Sends commands in the name of a process and waits. A refusal is an answer; everything else that goes wrong is thrown,
 * for whoever called to try again.
 *
 * @param process what the audit trail shows as the actor's process
 */
public record Sender(CommandGateway gateway, String process) {
    /** In the metadata of what a process sends: its name. */
    public static final String PROCESS = "process";

    /** The code of a refusal by an aggregate that does not exist. */
    public static final String UNKNOWN = "UNKNOWN";

    /** What came of a command. */
    public sealed interface Answer {
        /** The command was accepted, whether it changed anything or not. */
        record Given(Receipt receipt) implements Answer {}

        /** The command was refused, for good. */
        record Refused(String code) implements Answer {}
    }

    /** What the message that is being handled would hand on to the next: actor, request, correlation. */
    public static Map<String, String> travellingMetadata() {
        var metadata = new HashMap<String, String>();
        CurrentUnitOfWork.correlationData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return metadata;
    }

    public Answer send(Object command) {
        return send(command, Map.of());
    }

    /** @param metadata what travelled with the task that sends */
    public Answer send(Object command, Map<String, String> metadata) {
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(metadata)
                .andMetaData(Map.of(PROCESS, process));
        try {
            return new Given(gateway.sendAndWait(message));
        } catch (AggregateNotFoundException e) {
            return new Refused(UNKNOWN);
        } catch (CommandExecutionException e) {
            return new Refused(
                    e.<RefusalDetails>getDetails().orElseThrow(() -> e).code());
        }
    }
}
