package dev.daybook.query;

import dev.daybook.catalog.contract.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks, listens for the views of this JVM, and looks again now and then, because the view may be kept by another node. The
 * pauses grow, so that many who wait do not keep the database busy.
 */
@Component
class WaitingForViews implements ReadYourWrites {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Map<String, View> views;
    private final ServingSlots slots;
    private final Touches touches;
    private final Duration bound;

    WaitingForViews(List<View> views, ServingSlots slots, Touches touches, ViewSettings settings) {
        this.views = views.stream().collect(Collectors.toMap(View::name, Function.identity()));
        this.slots = slots;
        this.touches = touches;
        this.bound = settings.longestWait();
    }

    @Override
    public boolean await(Receipt receipt, Set<String> names) {
        List<View> awaited = names.stream().map(this::view).toList();
        long deadline = System.nanoTime() + bound.toNanos();
        try (var watch = touches.watch(receipt.aggregateId())) {
            for (View view : awaited) if (!await(view, receipt, watch, deadline)) return false;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean await(View view, Receipt receipt, Touches.Watch watch, long deadline) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!view.shows(slots.serving(view.name()), receipt.aggregateId(), receipt.sequence())) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) return false;
            boolean signalled = watch.await(left.compareTo(pause) < 0 ? left : pause);
            pause = signalled || pause.compareTo(LONGEST_PAUSE) >= 0 ? pause : pause.multipliedBy(2);
        }
        return true;
    }

    private View view(String name) {
        View view = views.get(name);
        if (view == null) throw new IllegalArgumentException("there is no view " + name);
        return view;
    }
}
