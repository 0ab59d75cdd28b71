package dev.daybook.query.rebuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How fast processors read, from samples of the last ten seconds. */
@Component
class Pace {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ConcurrentHashMap<String, Samples> processors = new ConcurrentHashMap<>();

    void sample(String processor, long position) {
        samples(processor).add(System.nanoTime(), position);
    }

    double perSecond(String processor) {
        return samples(processor).perSecond();
    }

    private Samples samples(String processor) {
        return processors.computeIfAbsent(processor, name -> new Samples());
    }

    private static final class Samples {
        private final Deque<Sample> latest = new ArrayDeque<>();

        synchronized void add(long nanos, long position) {
            if (!latest.isEmpty() && position < latest.getLast().position()) latest.clear(); // it starts again
            latest.addLast(new Sample(nanos, position));
            while (nanos - latest.getFirst().nanos() > WINDOW_NANOS) latest.removeFirst();
        }

        synchronized double perSecond() {
            if (latest.size() < 2) return 0;
            Sample first = latest.getFirst();
            Sample last = latest.getLast();
            double seconds = (double) (last.nanos() - first.nanos()) / TimeUnit.SECONDS.toNanos(1);
            return seconds == 0 ? 0 : (last.position() - first.position()) / seconds;
        }
    }

    private record Sample(long nanos, long position) {}
}
