package dev.daybook.query.audittrail;

import dev.daybook.query.Cursor;
import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ReadingTheTrail {
    private static final String ENTRIES =
            "select ordinal, event_id, event_type, aggregate_id, aggregate_sequence, happened_at, order_id, actor,"
                    + " actor_role, process, command, correlation_id, causation_id, request_id, payload, summary"
                    + " from audit_entry ";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ServingSlots slots;

    ReadingTheTrail(JdbcClient jdbc, ServingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    @QueryHandler
    List<AuditEntry> handle(FindHistory query) {
        return jdbc.sql(ENTRIES + "where slot = ? and order_id = ? order by ordinal")
                .params(serving().name(), query.orderId())
                .query(ReadingTheTrail::entry)
                .list();
    }

    @QueryHandler
    AuditPage handle(SearchAudit query) {
        Cursor cursor = Cursor.of("audit", query.actor(), query.type(), query.orderId(), query.from(), query.to());
        var filter = new AuditFilter(query, serving(), cursor.read(query.cursor(), 2));
        List<AuditEntry> found = jdbc.sql(ENTRIES + filter.sql())
                .params(filter.values())
                .query(ReadingTheTrail::entry)
                .list();
        if (found.size() <= query.limit()) return new AuditPage(found, null);
        List<AuditEntry> page = found.subList(0, query.limit());
        return new AuditPage(
                page,
                cursor.after(Micros.of(page.getLast().at()), page.getLast().position()));
    }

    private Slot serving() {
        return slots.serving(AuditTrailView.NAME);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("ordinal"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("aggregate_id"),
                row.getLong("aggregate_sequence"),
                Micros.toInstant(row.getLong("happened_at")),
                row.getString("order_id"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("process"),
                row.getString("command"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("request_id"),
                MAPPER.readValue(row.getString("payload"), OBJECT),
                row.getString("summary"));
    }
}
