package dev.daybook.query.rebuild;

import dev.daybook.query.View;
import dev.daybook.query.ViewSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On every node, makes the processors run that the views' rows ask for, and carries a rebuild from phase to phase. It keeps
 * nothing in memory: rows and tokens tell it, or another node, where to go on.
 */
@Component
class Reconciler implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration HANDING_OVER = Duration.ofMillis(20);
    private static final Duration AT_ONCE = Duration.ZERO;

    /** How far the other slot may be behind when the serving one stops for it: so many events, or so many seconds. */
    private static final long NEARLY_EVENTS = 100;

    private static final double NEARLY_SECONDS = 0.5;

    private static final Duration LONGEST_HAND_OVER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_HAND_OVERS = Duration.ofSeconds(10);

    /** A query that has asked for the serving slot just before a flip still reads the former one. */
    private static final Duration LAST_READS = Duration.ofSeconds(1);

    private static final int LONGEST_CLEARING_SECONDS = 3600;

    private final List<String> views;
    private final ViewSettings settings;
    private final ViewSlots slots;
    private final Positions positions;
    private final Pace pace;
    private final Configuration axon;
    private final Clock clock;
    private final TransactionTemplate clearing;
    private final TransactionTemplate flipping;
    private final Semaphore wake = new Semaphore(0);

    private volatile @Nullable Thread thread;

    Reconciler(
            List<View> views,
            ViewSettings settings,
            ViewSlots slots,
            Positions positions,
            Pace pace,
            Configuration axon,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.views = views.stream().map(View::name).sorted().toList();
        this.settings = settings;
        this.slots = slots;
        this.positions = positions;
        this.pace = pace;
        this.axon = axon;
        this.clock = clock;
        this.clearing = new TransactionTemplate(transactions);
        clearing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        clearing.setTimeout(LONGEST_CLEARING_SECONDS);
        this.flipping = new TransactionTemplate(transactions);
        flipping.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Looks at once, instead of at the next time. */
    void wake() {
        wake.release();
    }

    @Override
    public void start() {
        views.forEach(slots::createIfMissing);
        round();
        Thread loop = new Thread(this::loop, "views-reconciler");
        loop.setDaemon(true);
        thread = loop;
        loop.start();
    }

    @Override
    public void stop() {
        Thread loop = thread;
        thread = null;
        if (loop == null) return;
        wake();
        try {
            loop.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts after Axon and before the web server; stops the other way round. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 512;
    }

    private void loop() {
        try {
            Duration pause = IDLE;
            while (isRunning()) {
                wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                if (isRunning()) pause = round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round() {
        Duration pause = IDLE;
        for (String view : views) {
            try {
                Duration next = step(slots.get(view));
                if (next.compareTo(pause) < 0) pause = next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return pause;
            } catch (RuntimeException | ExecutionException | TimeoutException e) {
                log.warn("view {} does not get on", view, e);
                note(view, e);
            }
        }
        return pause;
    }

    private void note(String view, Exception failure) {
        try {
            slots.failed(view, failure.getClass().getSimpleName() + ": " + failure.getMessage());
        } catch (RuntimeException e) {
            log.warn("could not note why view {} does not get on", view, e);
        }
    }

    private Duration step(ViewSlot row) throws InterruptedException, ExecutionException, TimeoutException {
        slots.remember(row.view(), row.serving());
        return switch (row.phase()) {
            case STEADY -> {
                run(row.servingProcessor());
                halt(row.otherProcessor());
                yield IDLE;
            }
            case REBUILDING, SWITCHING_BACK -> {
                run(row.servingProcessor());
                if (!row.otherCleared()) {
                    halt(row.otherProcessor());
                    yield hadItsLastReads(row) && clear(row) ? AT_ONCE : BUSY;
                }
                run(row.otherProcessor());
                if (!isNearly(row)) yield BUSY;
                slots.startHandingOver(row);
                yield AT_ONCE;
            }
            case HANDING_OVER -> {
                run(row.otherProcessor());
                halt(row.servingProcessor());
                if (flip(row)) {
                    slots.remember(row.view(), row.serving().other());
                    yield AT_ONCE;
                }
                if (isOver(row, LONGEST_HAND_OVER)) {
                    slots.giveUpHandingOver(row.view());
                    yield AT_ONCE;
                }
                yield HANDING_OVER;
            }
        };
    }

    private void run(String name) {
        ViewProcessor processor = positions.processor(name);
        if (!processor.isRunning()) processor.start();
        pace.sample(name, positions.of(name));
    }

    private void halt(String name) throws InterruptedException, ExecutionException, TimeoutException {
        ViewProcessor processor = positions.processor(name);
        if (processor.isRunning()) processor.shutdownAsync().get(10, TimeUnit.SECONDS);
    }

    private boolean hadItsLastReads(ViewSlot row) {
        return !clock.instant().isBefore(row.servingSince().plus(LAST_READS));
    }

    private boolean isNearly(ViewSlot row) {
        boolean mayHandOver = row.handingOverSince() == null || isOver(row, BETWEEN_HAND_OVERS);
        long behind = positions.of(row.servingProcessor()) - positions.of(row.otherProcessor());
        double nearly = Math.max(NEARLY_EVENTS, pace.perSecond(row.otherProcessor()) * NEARLY_SECONDS);
        return mayHandOver && behind <= nearly;
    }

    private boolean isOver(ViewSlot row, Duration longest) {
        return row.handingOverSince() == null
                || clock.instant().isAfter(row.handingOverSince().plus(longest));
    }

    /**
     * Empties the other slot, while this node holds the view's row and the slot's tokens: no other node clears too, or reads
     * into what is being cleared. Its tokens are made anew as plain ones, because a replay token would be of no use: views do
     * not tell a replay from the first time, and it would have to survive every serializer.
     */
    private boolean clear(ViewSlot seen) {
        return Boolean.TRUE.equals(clearing.execute(transaction -> {
            Optional<ViewSlot> row = slots.lock(seen.view(), Phase.REBUILDING).filter(held -> !held.otherCleared());
            if (row.isEmpty()) return false;
            String other = row.get().otherProcessor();
            TokenStore tokens = axon.getComponent(TokenStore.class);
            if (claim(tokens, other).isEmpty()) {
                transaction.setRollbackOnly();
                return false;
            }
            positions.processor(other).eventHandlerInvoker().performReset(null);
            for (int segment : tokens.fetchSegments(other)) tokens.deleteToken(other, segment);
            TrackingToken tail = positions.tail();
            tokens.initializeTokenSegments(other, settings.segments(), tail);
            slots.cleared(seen.view(), Positions.position(tail));
            log.info(
                    "view {}: slot {} is empty and reads all events",
                    seen.view(),
                    row.get().serving().other());
            return true;
        }));
    }

    /** Lets the other slot serve, if the serving one stands still on every node and the other has read as much. */
    private boolean flip(ViewSlot seen) {
        return Boolean.TRUE.equals(flipping.execute(transaction -> {
            Optional<ViewSlot> row = slots.lock(seen.view(), Phase.HANDING_OVER);
            if (row.isEmpty()) return false;
            String serving = row.get().servingProcessor();
            TokenStore tokens = axon.getComponent(TokenStore.class);
            // holding its tokens, no node can read on into the serving slot before the flip is committed
            Optional<List<Optional<TrackingToken>>> stood = claim(tokens, serving);
            if (stood.isEmpty()) {
                transaction.setRollbackOnly();
                return false;
            }
            boolean flipped = positions.covers(row.get().otherProcessor(), stood.get()) && slots.flip(row.get());
            for (int segment : tokens.fetchSegments(serving)) tokens.releaseClaim(serving, segment);
            if (flipped)
                log.info(
                        "view {}: slot {} serves",
                        seen.view(),
                        row.get().serving().other());
            return flipped;
        }));
    }

    private static Optional<List<Optional<TrackingToken>>> claim(TokenStore tokens, String processor) {
        try {
            List<Optional<TrackingToken>> claimed = new ArrayList<>();
            for (int segment : tokens.fetchSegments(processor))
                claimed.add(Optional.ofNullable(tokens.fetchToken(processor, segment)));
            return Optional.of(claimed);
        } catch (UnableToClaimTokenException e) {
            return Optional.empty(); // another node still reads; it will see the row
        }
    }
}
