package dev.daybook.query.audittrail;

import dev.daybook.query.Micros;
import dev.daybook.query.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One event of a slot; read here, written by the projection, and never changed. */
@Entity
@Immutable
@Table(name = "audit_entry")
@IdClass(AuditRow.Key.class)
@NullUnmarked
class AuditRow {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private long ordinal;

    private String eventId;

    private String eventType;

    private String aggregateId;

    private long aggregateSequence;

    private long happenedAt;

    private String orderId;

    private String actor;

    private String actorRole;

    private String process;

    private String command;

    private String correlationId;

    private String causationId;

    private String requestId;

    private String payload;

    private String summary;

    long ordinal() {
        return ordinal;
    }

    long happenedAt() {
        return happenedAt;
    }

    AuditEntry toEntry() {
        return new AuditEntry(
                ordinal,
                eventId,
                eventType,
                aggregateId,
                aggregateSequence,
                Micros.toInstant(happenedAt),
                orderId,
                actor,
                actorRole,
                process,
                command,
                correlationId,
                causationId,
                requestId,
                MAPPER.readValue(payload, OBJECT),
                summary);
    }

    /** The row's key. */
    record Key(Slot slot, long ordinal) implements Serializable {}
}
