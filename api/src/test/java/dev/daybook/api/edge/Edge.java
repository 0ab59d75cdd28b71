package dev.daybook.api.edge;

import dev.daybook.api.cart.Backlog;
import dev.daybook.cart.contract.CartRefusal;
import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.ProductRegistration;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.identity.contract.AccountPage;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.RefreshTokenKeeper;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.TokenPair;
import dev.daybook.identity.contract.Tokens;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentId;
import dev.daybook.query.OrderChanges;
import dev.daybook.query.ReadYourWrites;
import dev.daybook.query.rebuild.DeadLetters;
import dev.daybook.query.rebuild.ProjectionException;
import dev.daybook.query.rebuild.ProjectionStatus;
import dev.daybook.query.rebuild.Projections;
import dev.daybook.query.recentviews.RecentViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Not a component, so that no scan but a test's own word brings it in. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
        })
@ComponentScan(
        basePackages = "dev.daybook.api",
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = "dev\\.daybook\\.api\\.(config|metrics|samples)\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.daybook\\.api\\.DaybookApplication"),
        })
class Edge {
    static final Caller ADA = new Caller("user-ada", Set.of(Role.USER));
    static final Caller BOB = new Caller("user-bob", Set.of(Role.USER));
    static final Caller ADMIN = new Caller("user-root", Set.of(Role.USER, Role.ADMIN));

    static final AtomicLong UNREAD = new AtomicLong();

    /** Tokens whose session has ended. */
    static final Set<String> ENDED = ConcurrentHashMap.newKeySet();

    static final Map<OrderId, Set<Runnable>> LISTENERS = new ConcurrentHashMap<>();

    static final Set<Consumer<OrderChanges.Change>> LISTENERS_TO_ALL = ConcurrentHashMap.newKeySet();

    @Bean
    MadeUpDomain madeUpDomain() {
        return new MadeUpDomain();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Tokens tokens() {
        return new Tokens() {
            @Override
            public TokenPair byPassword(
                    String username, String password, String clientAddress, RefreshTokenKeeper keeper) {
                if (username.equals("throttled"))
                    throw new IdentityException(
                            IdentityProblem.TOO_MANY_ATTEMPTS, "too many attempts", Duration.ofSeconds(30));
                if (!password.equals("right")) throw IdentityProblem.INVALID_CREDENTIALS.because("wrong");
                return pair(username, "refresh", keeper);
            }

            @Override
            public TokenPair byRefreshToken(String refreshToken, RefreshTokenKeeper keeper) {
                if (!refreshToken.startsWith("refresh")) throw IdentityProblem.INVALID_GRANT.because("used before");
                return pair("ada", refreshToken + "-next", keeper);
            }

            private static TokenPair pair(String accessToken, String refreshToken, RefreshTokenKeeper keeper) {
                return new TokenPair(
                        accessToken,
                        Duration.ofMinutes(15),
                        refreshToken + (keeper == RefreshTokenKeeper.BROWSER ? ".kept" : ""),
                        Duration.ofDays(30));
            }

            @Override
            public void revoke(String token) {
                ENDED.add(token);
            }

            @Override
            public Optional<Caller> verify(String accessToken) {
                if (ENDED.contains(accessToken)) return Optional.empty();
                return switch (accessToken) {
                    case "ada" -> Optional.of(ADA);
                    case "bob" -> Optional.of(BOB);
                    case "admin" -> Optional.of(ADMIN);
                    default -> Optional.empty();
                };
            }
        };
    }

    @Bean
    Accounts accounts() {
        return new Accounts() {
            private AccountView view(String id) {
                return new AccountView(id, "ada", "Ada", null, null, Set.of(Role.USER), Instant.EPOCH);
            }

            @Override
            public AccountView register(NewAccount account) {
                if (account.username().equals("taken")) throw IdentityProblem.USERNAME_TAKEN.because("taken");
                return view("user-new");
            }

            @Override
            public long count() {
                return 1;
            }

            @Override
            public Optional<AccountView> find(String id) {
                return Optional.of(view(id));
            }

            @Override
            public AccountView update(String id, String fullName, @Nullable String email, @Nullable String phone) {
                return view(id);
            }

            @Override
            public void changePassword(String id, String currentPassword, String newPassword) {
                throw IdentityProblem.INVALID_CREDENTIALS.because("wrong");
            }

            @Override
            public AccountPage list(int limit, @Nullable String cursor) {
                if (cursor != null) throw IdentityProblem.INVALID_CURSOR.because("no such cursor");
                return new AccountPage(List.of(view("user-ada")), null);
            }

            @Override
            public AccountView setRoles(String id, Set<Role> roles) {
                throw IdentityProblem.UNKNOWN_ACCOUNT.because("no such account");
            }

            @Override
            public AccountView ensure(NewAccount account, Set<Role> roles) {
                return view("user-new");
            }
        };
    }

    @Bean
    ProductRegistration registration() {
        return (product, stock) -> new ProductRegistration.Added(
                new ProductReceipt(product.productId(), 0), new StockReceipt(product.productId(), 0, null));
    }

    @Bean
    CheckoutJournal journal() {
        return new CheckoutJournal() {
            private final Map<String, String> kept = new ConcurrentHashMap<>();

            @Override
            public OrderId orderIdFor(CustomerId customer, String idempotencyKey) {
                return new OrderId("order-" + Integer.toHexString((customer + idempotencyKey).hashCode()));
            }

            @Override
            public Optional<OrderId> find(CustomerId customer, String idempotencyKey, String requestHash) {
                String hash = kept.get(customer + idempotencyKey);
                if (hash == null) return Optional.empty();
                if (!hash.equals(requestHash)) throw CartRefusal.IDEMPOTENCY_KEY_REUSED.because("another body");
                return Optional.of(orderIdFor(customer, idempotencyKey));
            }

            @Override
            public void keep(CustomerId customer, String idempotencyKey, String requestHash, OrderId order) {
                kept.put(customer + idempotencyKey, requestHash);
            }
        };
    }

    @Bean
    PaymentGateway gateway() {
        return new PaymentGateway() {
            @Override
            public Set<String> methods() {
                return new LinkedHashSet<>(List.of("sim-approve", "sim-decline"));
            }

            @Override
            public Answer capture(PaymentId payment, Money amount, String method) {
                return new Answer.Captured();
            }

            @Override
            public void refund(PaymentId payment, Money amount) {}
        };
    }

    @Bean
    ReadYourWrites readYourWrites() {
        return (receipt, views) -> true;
    }

    @Bean
    OrderChanges orderChanges() {
        return new OrderChanges() {
            @Override
            public Subscription listen(OrderId order, Runnable listener) {
                var listeners = LISTENERS.computeIfAbsent(order, id -> ConcurrentHashMap.newKeySet());
                listeners.add(listener);
                return () -> listeners.remove(listener);
            }

            @Override
            public Subscription listenToAll(Consumer<Change> listener) {
                LISTENERS_TO_ALL.add(listener);
                return () -> LISTENERS_TO_ALL.remove(listener);
            }
        };
    }

    @Bean
    Backlog backlog() {
        return UNREAD::get;
    }

    @Bean
    RecentViews recentViews() {
        return new RecentViews() {
            private final List<String> seen = new CopyOnWriteArrayList<>();

            @Override
            public void viewed(String customerId, String productId) {
                seen.addFirst(productId);
            }

            @Override
            public List<String> of(String customerId) {
                return List.copyOf(new LinkedHashSet<>(seen));
            }
        };
    }

    @Bean
    Projections projections() {
        return new Projections() {
            @Override
            public List<ProjectionStatus> all() {
                return List.of();
            }

            @Override
            public Duration behind(ProjectionStatus view) {
                return Duration.ZERO;
            }

            @Override
            public ProjectionStatus rebuild(String view) {
                var problem = view.equals("orderlist")
                        ? ProjectionException.Problem.ALREADY_REPLAYING
                        : ProjectionException.Problem.UNKNOWN_PROJECTION;
                throw new ProjectionException(problem, "cannot be");
            }

            @Override
            public ProjectionStatus switchBack(String view) {
                return rebuild(view);
            }
        };
    }

    @Bean
    DeadLetters deadLetters() {
        return new DeadLetters() {
            @Override
            public List<Letter> all() {
                return List.of();
            }

            @Override
            public int retry(String view) {
                throw new ProjectionException(ProjectionException.Problem.UNKNOWN_PROJECTION, "no such view");
            }
        };
    }
}
