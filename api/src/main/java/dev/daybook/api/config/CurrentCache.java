package dev.daybook.api.config;

import java.util.function.Supplier;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * An aggregate cache beside other nodes. What is kept learns the events that followed it before it is handed out, because
 * a refusal or a "nothing to do" that rests on an old state never reaches the store to be caught.
 */
class CurrentCache extends CaffeineCache {
    private final Supplier<EventStore> events;

    CurrentCache(long maximumSize, Supplier<EventStore> events) {
        super(maximumSize);
        this.events = events;
    }

    /** Called while the repository holds the aggregate's lock: nobody else here looks at what changes. */
    @Override
    public <K, V> V get(K key) {
        V kept = super.get(key);
        if (kept instanceof AggregateCacheEntry<?> entry) catchUp(key, entry);
        return kept;
    }

    private void catchUp(Object key, AggregateCacheEntry<?> entry) {
        // an entry that has never been serialized still holds its aggregate, and asks for nothing to make it again
        EventSourcedAggregate<?> aggregate = entry.recreateAggregate(null, null, null);
        try {
            // none yet where the command that made it was undone
            Long version = aggregate.version();
            var news = events.get().readEvents(aggregate.identifierAsString(), version == null ? 0 : version + 1);
            if (news.hasNext()) aggregate.initializeState(news);
        } catch (RuntimeException e) {
            remove(key); // it may have learned half of them
            throw e;
        }
    }
}
