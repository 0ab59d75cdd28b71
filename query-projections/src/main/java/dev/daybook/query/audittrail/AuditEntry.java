package dev.daybook.query.audittrail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event, and who and what caused it.
 *
 * @param position a number that grows with the order in which the view read the events
 * @param type the event's simple name
 * @param actor id of the account that began it all, or null
 * @param role USER, ADMIN or SYSTEM
 * @param process the process, reaction or timer that sent the command; null when the actor did
 * @param command simple name of the command that caused the event
 * @param payload the event as it is stored
 * @param summary the event in one line
 */
public record AuditEntry(
        long position,
        String eventId,
        String type,
        String aggregateId,
        long aggregateSequence,
        Instant at,
        @Nullable String orderId,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String process,
        @Nullable String command,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String requestId,
        Map<String, Object> payload,
        String summary) {}
