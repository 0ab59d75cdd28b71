package dev.daybook.load.floor;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/** As many counters in memory as Daybook keeps orders. */
@SuppressWarnings("unchecked") // Axon's interface leaves it to the caller
final class CounterCache implements Cache {
    private final ConcurrentMap<Object, Object> counters =
            Caffeine.newBuilder().maximumSize(10_000).build().asMap();

    @Override
    public <K, V> V get(K key) {
        return (V) counters.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        counters.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return counters.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return counters.remove(key) != null;
    }

    @Override
    public boolean containsKey(Object key) {
        return counters.containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        counters.computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to counters");
    }
}
