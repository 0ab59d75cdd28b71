package dev.daybook.catalog.contract;

import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;

/** A rule that said no. Implemented by one enum per context; the constant's name is the stable code clients see. */
public interface Refusal {
    String name();

    /** The exception by which a command handler refuses; {@code detail} is shown to the caller. */
    default CommandExecutionException because(String detail) {
        return because(detail, Map.of());
    }

    /** As {@link #because(String)}, with facts (JSON types only) that become members of the problem document. */
    default CommandExecutionException because(String detail, Map<String, Object> facts) {
        return new CommandExecutionException(detail, null, new RefusalDetails(name(), detail, facts));
    }
}
