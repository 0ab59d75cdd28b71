package dev.daybook.api.wire;

import org.axonframework.common.AxonTransientException;

/** Axon Server, or a node or database behind it, is away; it may well go when tried again. */
public class EngineAwayException extends AxonTransientException {
    EngineAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
