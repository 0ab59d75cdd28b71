package dev.daybook.api.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Seconds. */
    private static final int AN_HOUR = 3_600;

    private static final String INSERT = """
            insert into domain_event_entry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, timestamp,
                payloadType, payloadRevision, payload, metaData)
            values (:aggregate, :sequence, :type, :id, :timestamp, :payloadType, :revision, :payload, :metadata)""";

    private final EventLog log;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    RestoringEvents(EventLog log, JdbcClient database, PlatformTransactionManager transactions) {
        this.log = log;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(AN_HOUR);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Integer restored = transaction.execute(restoring -> restore(log.left()));
        if (restored != null && restored > 0)
            LOG.info("{} events of the last moments before Daybook was killed are back", restored);
        log.forgetLeft();
    }

    private int restore(List<List<EventLog.Entry>> lines) {
        return committed(lines).stream().mapToInt(this::restore).sum();
    }

    /** A line whose commit failed may still be there; then another transaction has taken its places. */
    private static List<EventLog.Entry> committed(List<List<EventLog.Entry>> lines) {
        Set<Place> taken = new HashSet<>();
        List<List<EventLog.Entry>> committed = new ArrayList<>();
        for (List<EventLog.Entry> line : lines.reversed()) {
            List<Place> places = line.stream().map(Place::of).toList();
            if (Collections.disjoint(places, taken)) committed.add(line);
            taken.addAll(places);
        }
        return committed.reversed().stream().flatMap(List::stream).toList();
    }

    private record Place(String aggregate, long sequence) {
        private static Place of(EventLog.Entry event) {
            return new Place(event.aggregate(), event.sequence());
        }
    }

    private int restore(EventLog.Entry event) {
        Optional<String> there = idAt(event.aggregate(), event.sequence());
        if (there.isPresent()) {
            if (!there.get().equals(event.id())) throw doesNotBelongHere();
            return 0;
        }
        if (event.sequence() > 0
                && idAt(event.aggregate(), event.sequence() - 1).isEmpty()) throw doesNotBelongHere();
        return database.sql(INSERT).paramSource(event).update();
    }

    private Optional<String> idAt(String aggregate, long sequence) {
        return database.sql("""
                        select eventIdentifier from domain_event_entry
                        where aggregateIdentifier = ? and sequenceNumber = ?""").params(aggregate, sequence).query(String.class).optional();
    }

    private IllegalStateException doesNotBelongHere() {
        return new IllegalStateException(log
                + " hold events that do not follow those of the database: it is another one, or an older copy. Bring the one they were left"
                + " with back, or move these files away.");
    }
}
