package dev.daybook.query.rebuild;

import dev.daybook.query.ServingSlots;
import dev.daybook.query.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ParkedLetters implements DeadLetters {
    private static final int MOST = 1000;

    private final List<String> views;
    private final ServingSlots slots;
    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final String lettersOfGroup;
    private final String countOfGroup;

    ParkedLetters(
            List<View> views,
            ServingSlots slots,
            EventProcessingConfiguration processing,
            JdbcClient jdbc,
            ObjectProvider<DeadLetterSchema> schemas) {
        this.views = views.stream().map(View::name).sorted().toList();
        this.slots = slots;
        this.processing = processing;
        this.jdbc = jdbc;
        DeadLetterSchema schema = schemas.getIfAvailable(DeadLetterSchema::defaultSchema);
        this.lettersOfGroup = "select %s, %s, %s, %s, %s, %s, %s from %s where %s = ? order by %s, %s limit ?"
                .formatted(
                        schema.sequenceIdentifierColumn(),
                        schema.eventIdentifierColumn(),
                        schema.payloadTypeColumn(),
                        schema.timestampColumn(),
                        schema.causeTypeColumn(),
                        schema.causeMessageColumn(),
                        schema.enqueuedAtColumn(),
                        schema.deadLetterTable(),
                        schema.processingGroupColumn(),
                        schema.sequenceIdentifierColumn(),
                        schema.sequenceIndexColumn());
        this.countOfGroup = "select count(*) from %s where %s = ?"
                .formatted(schema.deadLetterTable(), schema.processingGroupColumn());
    }

    @Override
    public List<Letter> all() {
        List<Letter> letters = new ArrayList<>();
        for (String view : views) {
            Letter before = null;
            for (Letter read : of(view, MOST - letters.size())) {
                // those that follow a failed letter have no cause of their own
                String cause = before != null && before.sequence().equals(read.sequence()) ? before.cause() : null;
                Letter letter = cause == null ? read : withCause(read, cause);
                letters.add(letter);
                before = letter;
            }
        }
        return letters;
    }

    @Override
    public int retry(String view) {
        if (!views.contains(view))
            throw new ProjectionException(ProjectionException.Problem.UNKNOWN_PROJECTION, "there is no such view");
        SequencedDeadLetterProcessor<EventMessage<?>> processor = processing
                .sequencedDeadLetterProcessor(slots.serving(view).processorOf(view))
                .orElseThrow(() -> new IllegalStateException("view " + view + " parks no letters"));
        Set<String> tried = new HashSet<>();
        int readToTheirEnd = 0;
        while (true) {
            var found = new AtomicBoolean();
            boolean done = processor.process(letter -> {
                boolean isNew = tried.add(letter.message().getIdentifier());
                if (isNew) found.set(true);
                return isNew;
            });
            if (done) readToTheirEnd++;
            else if (!found.get()) return readToTheirEnd;
        }
    }

    long count(String processor) {
        return jdbc.sql(countOfGroup).param(processor).query(Long.class).single();
    }

    private List<Letter> of(String view, int most) {
        return jdbc.sql(lettersOfGroup)
                .params(slots.serving(view).processorOf(view), most)
                .query((row, number) -> new Letter(
                        view,
                        row.getString(1),
                        row.getString(2),
                        simpleName(row.getString(3)),
                        Instant.parse(row.getString(4)),
                        cause(row.getString(5), row.getString(6)),
                        Instant.parse(row.getString(7))))
                .list();
    }

    private static Letter withCause(Letter letter, String cause) {
        return new Letter(
                letter.view(),
                letter.sequence(),
                letter.eventId(),
                letter.type(),
                letter.at(),
                cause,
                letter.parkedAt());
    }

    private static @Nullable String cause(@Nullable String type, @Nullable String message) {
        return type == null ? null : simpleName(type) + ": " + message;
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
