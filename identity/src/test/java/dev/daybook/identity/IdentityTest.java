package dev.daybook.identity;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.TokenPair;
import dev.daybook.identity.contract.Tokens;
import dev.daybook.testing.OnBothEngines;
import dev.daybook.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the tests of identity say and do, on a database of their own. */
@SpringBootTest(
        classes = IdentityTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "daybook.identity.create-signing-key=true")
@OnBothEngines
public abstract class IdentityTest {
    protected static final String PASSWORD = "correct horse";

    @TempDir
    static Path dataDir;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient database;

    @DynamicPropertySource
    static void inAFolderOfItsOwn(DynamicPropertyRegistry registry) {
        registry.add("daybook.data-dir", dataDir::toString);
        TestDatabase.empty().settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void nobodyIsRegistered() {
        database.sql("delete from account").update();
    }

    /** An address nobody failed from yet. */
    protected static String freshAddress() {
        return "192.0.2." + NUMBERS.incrementAndGet();
    }

    protected static String freshUsername() {
        return "buyer-" + NUMBERS.incrementAndGet();
    }

    protected static NewAccount someone(String username) {
        return new NewAccount(username, PASSWORD, "Some One", "some.one@example.org", "+1 555 0100");
    }

    protected AccountView registered() {
        return accounts.register(someone(freshUsername()));
    }

    protected TokenPair loggedIn(AccountView account) {
        return logIn(account, PASSWORD);
    }

    protected TokenPair logIn(AccountView account, String password) {
        return tokens.byPassword(account.username(), password, freshAddress(), CLIENT);
    }

    protected static IdentityException assertRefused(IdentityProblem problem, ThrowingCallable call) {
        IdentityException[] refusal = new IdentityException[1];
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.problem()).isEqualTo(problem))
                .satisfies(thrown -> refusal[0] = thrown);
        return refusal[0];
    }

    protected void assertGoodFor(AccountView account, String accessToken) {
        assertThat(tokens.verify(accessToken))
                .hasValueSatisfying(caller -> assertThat(caller.accountId()).isEqualTo(account.id()));
    }

    protected void assertWorthless(TokenPair pair) {
        assertThat(tokens.verify(pair.accessToken())).isEmpty();
        assertRefused(IdentityProblem.INVALID_GRANT, () -> tokens.byRefreshToken(pair.refreshToken(), CLIENT));
    }

    /** What each of the calls answered or threw, having been let go at the same moment. */
    protected static <T> List<Outcome<T>> allAtOnce(List<Callable<T>> calls) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Callable<T>> together = new ArrayList<>();
            for (Callable<T> call : calls)
                together.add(() -> {
                    start.await();
                    return call.call();
                });
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(together)) {
                try {
                    outcomes.add(new Outcome<>(future.get(), null));
                } catch (ExecutionException e) {
                    outcomes.add(new Outcome<>(null, e.getCause()));
                }
            }
            return outcomes;
        }
    }

    /** What became of a call. */
    protected record Outcome<T>(
            @Nullable T answer, @Nullable Throwable thrown) {
        boolean isRefusedFor(IdentityProblem problem) {
            return thrown instanceof IdentityException refusal && refusal.problem() == problem;
        }
    }

    /** The answer of the only call that got one; all the others must have been refused for {@code problem}. */
    protected static <T> T theOnlyAnswer(List<Outcome<T>> outcomes, IdentityProblem problem) {
        List<T> answers = new ArrayList<>();
        for (Outcome<T> outcome : outcomes) {
            if (outcome.answer() != null) answers.add(outcome.answer());
            else assertThat(outcome).matches(refused -> refused.isRefusedFor(problem), "is refused for " + problem);
        }
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }
}
