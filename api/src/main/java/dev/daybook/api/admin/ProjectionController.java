package dev.daybook.api.admin;

import dev.daybook.api.page.Page;
import dev.daybook.query.rebuild.DeadLetters;
import dev.daybook.query.rebuild.ProjectionStatus;
import dev.daybook.query.rebuild.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Administration")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class ProjectionController {
    private static final URI STATUS = URI.create("/api/admin/projections");

    private final Projections projections;
    private final DeadLetters deadLetters;

    ProjectionController(Projections projections, DeadLetters deadLetters) {
        this.projections = projections;
        this.deadLetters = deadLetters;
    }

    @Operation(summary = "How every view is doing")
    @GetMapping("/api/admin/projections")
    Page<ProjectionStatus> projections() {
        return Page.whole(projections.all());
    }

    @Operation(summary = "Rebuild a view from the events, beside the one that serves")
    @PostMapping("/api/admin/projections/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ProjectionStatus> replay(@PathVariable String name) {
        return ResponseEntity.accepted().location(STATUS).body(projections.rebuild(name));
    }

    @Operation(summary = "Let the rows that served before the last rebuild serve again")
    @PostMapping("/api/admin/projections/{name}/switch-back")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ProjectionStatus> switchBack(@PathVariable String name) {
        return ResponseEntity.accepted().location(STATUS).body(projections.switchBack(name));
    }

    @Operation(summary = "The events that views could not read, and why")
    @GetMapping("/api/admin/dead-letters")
    Page<DeadLetters.Letter> deadLetters() {
        return Page.whole(deadLetters.all());
    }

    @Operation(summary = "Let a view try its parked events again")
    @PostMapping("/api/admin/dead-letters/{view}/retry")
    Retried retry(@PathVariable String view) {
        return new Retried(deadLetters.retry(view));
    }

    record Retried(
            @Schema(example = "2", description = "How many sequences were read to their end")
            int sequences) {}
}
