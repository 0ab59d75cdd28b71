package dev.daybook.query.rebuild;

import dev.daybook.query.View;
import dev.daybook.query.rebuild.ProjectionException.Problem;
import dev.daybook.query.rebuild.ProjectionStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

@Component
class OperatedProjections implements Projections {
    private final List<String> views;
    private final ViewSlots slots;
    private final Positions positions;
    private final Pace pace;
    private final Reconciler reconciler;
    private final ParkedLetters letters;
    private final Clock clock;

    OperatedProjections(
            List<View> views,
            ViewSlots slots,
            Positions positions,
            Pace pace,
            Reconciler reconciler,
            ParkedLetters letters,
            Clock clock) {
        this.views = views.stream().map(View::name).sorted().toList();
        this.slots = slots;
        this.positions = positions;
        this.pace = pace;
        this.reconciler = reconciler;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public List<ProjectionStatus> all() {
        long head = positions.head();
        return views.stream().map(view -> status(slots.get(view), head)).toList();
    }

    @Override
    public Duration behind(ProjectionStatus view) {
        if (view.lag() == 0) return Duration.ZERO;
        return positions
                .oldestUnread(view.serving().processorOf(view.name()))
                .map(written -> Duration.between(written, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    @Override
    public ProjectionStatus rebuild(String view) {
        ViewSlot row = steady(view);
        long head = positions.head();
        if (!won(() -> slots.startRebuild(row.view(), head))) throw alreadyReplaying(view);
        reconciler.wake();
        return status(slots.get(view), head);
    }

    @Override
    public ProjectionStatus switchBack(String view) {
        ViewSlot row = steady(view);
        if (!row.otherHoldsRows())
            throw new ProjectionException(
                    Problem.NOTHING_TO_SWITCH_BACK_TO, "view " + view + " has no former rows to switch back to");
        long head = positions.head();
        long from = positions.of(row.otherProcessor());
        if (!won(() -> slots.startSwitchingBack(view, from, head))) throw alreadyReplaying(view);
        reconciler.wake();
        return status(slots.get(view), head);
    }

    private ViewSlot steady(String view) {
        if (!views.contains(view)) throw new ProjectionException(Problem.UNKNOWN_PROJECTION, "there is no such view");
        ViewSlot row = slots.get(view);
        if (row.isReplaying()) throw alreadyReplaying(view);
        return row;
    }

    private static boolean won(Change change) {
        try {
            return change.make();
        } catch (PessimisticLockingFailureException e) {
            return false; // whoever holds the row is rebuilding
        }
    }

    private static ProjectionException alreadyReplaying(String view) {
        return new ProjectionException(Problem.ALREADY_REPLAYING, "view " + view + " is being rebuilt already");
    }

    private ProjectionStatus status(ViewSlot row, long head) {
        boolean replaying = row.isReplaying();
        boolean catchingUp = replaying && row.otherCleared();
        long position = positions.of(row.servingProcessor());
        long other = catchingUp ? positions.of(row.otherProcessor()) : -1;
        double rate = pace.perSecond(catchingUp ? row.otherProcessor() : row.servingProcessor());
        String failure = Stream.of(row.servingProcessor(), row.otherProcessor())
                .map(name -> Optional.ofNullable(positions.processor(name).failure()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return new ProjectionStatus(
                row.view(),
                state(row, failure),
                row.serving(),
                position,
                head,
                Math.max(0, head - position),
                rate,
                replaying,
                progress(row, other, head),
                catchingUp && rate > 0 ? Duration.ofMillis((long) (Math.max(0, head - other) / rate * 1000)) : null,
                row.otherHoldsRows() && !replaying,
                letters.count(row.servingProcessor()),
                failure != null ? failure : row.lastError());
    }

    private static State state(ViewSlot row, @Nullable String failure) {
        if (failure != null) return State.FAILED;
        return switch (row.phase()) {
            case STEADY -> State.SERVING;
            case REBUILDING -> State.REBUILDING;
            case SWITCHING_BACK -> State.SWITCHING_BACK;
            case HANDING_OVER -> row.otherHoldsRows() ? State.SWITCHING_BACK : State.REBUILDING;
        };
    }

    private static double progress(ViewSlot row, long other, long head) {
        if (!row.isReplaying()) return 1;
        if (!row.otherCleared() || row.startPosition() == null) return 0;
        double way = head - row.startPosition();
        return way <= 0 ? 1 : Math.clamp((other - row.startPosition()) / way, 0, 1);
    }

    @FunctionalInterface
    private interface Change {
        boolean make();
    }
}
