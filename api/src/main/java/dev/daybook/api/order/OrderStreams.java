package dev.daybook.api.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.json.WebJson;
import dev.daybook.api.order.AllOrdersStream.Look;
import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.identity.contract.Caller;
import dev.daybook.query.OrderChanges;
import dev.daybook.query.OrderChanges.Change;
import dev.daybook.query.OrderChanges.Subscription;
import dev.daybook.query.orderdetails.OrderView;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The clients that follow orders. A signal makes a stream look at the view again; since the view may show the change a
 * moment later, it looks a few times more, at growing distances. Who follows one order looks anyway at every heartbeat.
 */
@Component
@EnableConfigurationProperties(OrderStreamSettings.class)
class OrderStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrderStreams.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final OrderStreamSettings settings;
    private final OrderChanges changes;
    private final Orders orders;
    private final OrderBodies bodies;
    private final WebJson json;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("order-updates").daemon().factory());
    // a slow client blocks its own virtual thread, not the others' updates
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, AtomicInteger> openPerUser = new ConcurrentHashMap<>();
    private final Set<OrderStream> open = ConcurrentHashMap.newKeySet();
    private final Cache<OrderId, String> owners =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private volatile boolean running;

    OrderStreams(OrderStreamSettings settings, OrderChanges changes, Orders orders, OrderBodies bodies, WebJson json) {
        this.settings = settings;
        this.changes = changes;
        this.orders = orders;
        this.bodies = bodies;
        this.json = json;
    }

    /** Follows an order that the caller may see, for as long as the token is good. */
    SseEmitter open(OrderId order, SignedIn signedIn, Locale language) {
        admit(signedIn.getPrincipal());
        var emitter = new SseEmitter(settings.longest().toMillis());
        var stream = new OneOrderStream(
                emitter,
                signedIn::isStillGood,
                () -> orders.find(order),
                view -> bodies.of(view, language),
                json.mapper());
        keep(stream, emitter, signedIn, changes.listen(order, () -> wakeSoon(stream, FIRST_LOOK)));
        look(stream, LAST_LOOK);
        return emitter;
    }

    /** Follows, from now on, all orders that the caller may see, for as long as the token is good. */
    SseEmitter openAll(SignedIn signedIn, Locale language) {
        Caller caller = signedIn.getPrincipal();
        admit(caller);
        var emitter = new SseEmitter(settings.longest().toMillis());
        var stream = new AllOrdersStream(
                emitter,
                signedIn::isStillGood,
                order -> mayConcern(caller, order),
                this::find,
                order -> Orders.maySee(caller, order),
                view -> bodies.of(view, language),
                json.mapper(),
                this::lookLater);
        keep(stream, emitter, signedIn, changes.listenToAll(change -> {
            if (isWorthALook(caller, change)) tell(stream, change);
        }));
        say(stream, "from now on");
        return emitter;
    }

    private void keep(OrderStream stream, SseEmitter emitter, SignedIn signedIn, Subscription subscription) {
        open.add(stream);
        ScheduledFuture<?> heartbeat = clock.scheduleWithFixedDelay(
                () -> beat(stream),
                settings.heartbeat().toMillis(),
                settings.heartbeat().toMillis(),
                TimeUnit.MILLISECONDS);
        Runnable end = () -> {
            if (!stream.close()) return;
            subscription.close();
            heartbeat.cancel(false);
            open.remove(stream);
            leave(signedIn.getPrincipal());
        };
        stream.onEnd(end);
        emitter.onCompletion(end);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> end.run());
    }

    /** Most orders are known to be somebody else's, and passed over at once. */
    private boolean isWorthALook(Caller caller, Change change) {
        if (SignedIn.isAdmin(caller)) return true;
        if (change.customerId() != null) owners.put(change.order(), change.customerId());
        String owner = owners.getIfPresent(change.order());
        return owner == null || owner.equals(caller.accountId());
    }

    /** However many streams ask at once whose an order is, one query tells them all. */
    private boolean mayConcern(Caller caller, OrderId order) {
        if (SignedIn.isAdmin(caller)) return true;
        String owner = owners.get(order, this::ownerOf);
        return owner == null || owner.equals(caller.accountId());
    }

    /** Also where the view does not show the order yet: as long as nobody knows whose it is, everybody asks. */
    private @Nullable String ownerOf(OrderId order) {
        return orders.find(order)
                .or(() -> orders.asCreated(order))
                .map(OrderView::customerId)
                .orElse(null);
    }

    private Optional<OrderView> find(OrderId order) {
        Optional<OrderView> found = orders.find(order);
        found.ifPresent(view -> owners.put(order, view.customerId()));
        return found;
    }

    private void tell(AllOrdersStream stream, Change change) {
        stream.changed(change);
        // coming again, its client reads anew what it has missed
        if (stream.isOverrun()) work.execute(() -> complete(stream));
    }

    private void lookLater(AllOrdersStream stream, Look look) {
        if (stream.isClosed() || clock.isShutdown()) return;
        clock.schedule(
                () -> {
                    stream.due(look);
                    look(stream, LAST_LOOK);
                },
                look.pause().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void admit(Caller caller) {
        if (!running)
            throw new ProblemException(ProblemCode.UNAVAILABLE, "The service is stopping.", Duration.ofSeconds(5));
        if (open.size() >= settings.max())
            throw new ProblemException(
                    ProblemCode.OVERLOADED, "Too many follow orders right now.", Duration.ofSeconds(30));
        AtomicInteger count = openPerUser.compute(caller.accountId(), (id, known) -> {
            AtomicInteger counted = known == null ? new AtomicInteger() : known;
            counted.incrementAndGet();
            return counted;
        });
        if (count.get() <= settings.maxPerUser()) return;
        leave(caller);
        throw new ProblemException(
                ProblemCode.TOO_MANY_STREAMS,
                "At most " + settings.maxPerUser() + " streams may be open at once.",
                settings.heartbeat());
    }

    private void leave(Caller caller) {
        openPerUser.computeIfPresent(
                caller.accountId(), (id, counted) -> counted.decrementAndGet() <= 0 ? null : counted);
    }

    /** Looks now, and when there is nothing new, again after {@code pause}, twice that, and so on. */
    private void look(OrderStream stream, Duration pause) {
        if (!stream.wish()) return;
        try {
            work.execute(() -> {
                try {
                    boolean anythingNew = stream.look();
                    if (!anythingNew && pause.compareTo(LAST_LOOK) < 0) wakeSoon(stream, pause.multipliedBy(2));
                } catch (IOException | IllegalStateException clientHasGone) {
                    LOG.debug("A client that followed orders has gone", clientHasGone);
                    complete(stream);
                } catch (RuntimeException failed) {
                    LOG.warn("An order could not be shown to a client that follows it", failed);
                    complete(stream);
                }
            });
        } catch (RejectedExecutionException stopping) {
            complete(stream);
        }
    }

    private void wakeSoon(OrderStream stream, Duration pause) {
        if (stream.isClosed() || clock.isShutdown()) return;
        clock.schedule(() -> look(stream, pause), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat(OrderStream stream) {
        if (stream.isClosed()) return;
        say(stream, "still here");
        look(stream, LAST_LOOK);
    }

    private void say(OrderStream stream, String comment) {
        work.execute(() -> {
            try {
                stream.say(comment);
            } catch (IOException | IllegalStateException clientHasGone) {
                LOG.debug("A client that followed orders has gone", clientHasGone);
                complete(stream);
            }
        });
    }

    private static void complete(OrderStream stream) {
        try {
            stream.complete();
        } catch (IllegalStateException endedBefore) {
            LOG.debug("A stream had ended already", endedBefore);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server, whose graceful end would otherwise wait for clients that never leave. */
    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
        open.forEach(OrderStreams::complete);
        work.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
