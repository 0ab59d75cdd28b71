package dev.daybook.api.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the events that a killed process had committed, but that were not in the database's file yet, back into the book before
 * anything reads it. They get new places at its end, in the order in which they were committed: no token has come that far.
 * Processes and views read them as if they were new, and do again what is not in the file either.
 */
class RestoringEvents implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(RestoringEvents.class);

    private static final String UNLESS_THERE = """
            insert into domain_event_entry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, timestamp,
                payloadType, payloadRevision, payload, metaData)
            select :aggregate, :sequence, :type, :id, :timestamp, :payloadType, :revision, :payload, :metadata
            where not exists (
                select 1 from domain_event_entry where aggregateIdentifier = :aggregate and sequenceNumber = :sequence)""";

    private static final String ADVICE =
            " holds events of another database than the one that is there. Bring that back, or move these files away.";

    private final EventLog log;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Supplier<String> name;

    /** @param name what tells the database of the present transaction from others */
    RestoringEvents(EventLog log, JdbcClient database, PlatformTransactionManager transactions, Supplier<String> name) {
        this.log = log;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.name = name;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<EventLog.Line> lines = log.left();
        if (!lines.isEmpty()) {
            Integer restored = transaction.execute(restoring -> restore(lines));
            LOG.info("{} events of the last moments before Daybook was killed are back", restored);
        }
        log.forgetLeft();
    }

    private int restore(List<EventLog.Line> lines) {
        String present = name.get();
        SequencedMap<Place, EventLog.Entry> events = new LinkedHashMap<>();
        for (EventLog.Line line : lines) {
            if (!line.database().equals(present)) throw new IllegalStateException(log + ADVICE);
            line.added().forEach(event -> events.putLast(new Place(event.aggregate(), event.sequence()), event));
            line.withdrawn()
                    .forEach(id -> events.values().removeIf(event -> event.id().equals(id)));
        }
        return events.values().stream().mapToInt(this::insert).sum();
    }

    private record Place(String aggregate, long sequence) {}

    private int insert(EventLog.Entry event) {
        return database.sql(UNLESS_THERE).paramSource(event).update();
    }
}
