package dev.daybook.api.admin;

import dev.daybook.api.command.Queries;
import dev.daybook.api.json.Text;
import dev.daybook.api.order.OrderBodies;
import dev.daybook.api.order.OrderBody;
import dev.daybook.api.order.Orders;
import dev.daybook.api.page.Page;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.query.audittrail.AuditEntry;
import dev.daybook.query.audittrail.AuditPage;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Administration")
@RestController
class OrderHistoryController {
    private final Queries queries;
    private final Orders orders;
    private final OrderBodies bodies;

    OrderHistoryController(Queries queries, Orders orders, OrderBodies bodies) {
        this.queries = queries;
        this.orders = orders;
        this.bodies = bodies;
    }

    @Operation(summary = "The audit trail of an order, oldest first")
    @GetMapping("/api/admin/orders/{id}/history")
    Page<AuditEntry> history(@PathVariable String id) {
        return Page.whole(entries(Orders.id(id)));
    }

    @Operation(
            summary = "An order as it stood at an instant or just after an event, folded from its events;"
                    + " as it is now without either",
            description = "Events may share an instant; an event tells exactly where in the history to stop.")
    @GetMapping("/api/admin/orders/{id}")
    OrderBody orderAt(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(example = "2026-05-12T10:00:00Z") @Nullable Instant at,
            @RequestParam(required = false)
                    @Text(max = 200)
                    @Parameter(description = "The eventId of an entry of the order's history; not together with at")
                    @Nullable
                    String event) {
        Instants.require("at", at);
        OrderId order = Orders.id(id);
        if (event == null) return bodies.of(orders.at(order, at));
        if (at != null) throw ProblemException.invalid("event", "must not be given together with at");
        return bodies.of(orders.upTo(order, sequencesUpTo(event, entries(order))));
    }

    @Operation(summary = "The audit trail, newest first")
    @GetMapping("/api/admin/audit")
    Page<AuditEntry> audit(
            @RequestParam(required = false) @Text(max = 200) @Nullable String actor,
            @RequestParam(required = false) @Text(max = 100) @Parameter(example = "OrderCancelled") @Nullable
                    String type,
            @RequestParam(required = false) @Text(max = 200) @Nullable String orderId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        Instants.require("from", from);
        Instants.require("to", to);
        if (from != null && to != null && from.isAfter(to))
            throw ProblemException.invalid("from", "must not be after to");
        AuditPage page = queries.one(new SearchAudit(actor, type, orderId, from, to, limit, cursor), AuditPage.class);
        return new Page<>(page.items(), page.nextCursor());
    }

    private List<AuditEntry> entries(OrderId order) {
        List<AuditEntry> entries = queries.list(new FindHistory(order.value()), AuditEntry.class);
        if (entries.isEmpty()) throw ProblemException.notFound("order");
        return entries;
    }

    /** How far each aggregate had come just after the event. */
    private static Map<String, Long> sequencesUpTo(String event, List<AuditEntry> history) {
        Map<String, Long> sequences = new HashMap<>();
        for (AuditEntry entry : history) {
            sequences.put(entry.aggregateId(), entry.aggregateSequence());
            if (entry.eventId().equals(event)) return sequences;
        }
        throw ProblemException.invalid("event", "must be an event of the order's history");
    }
}
