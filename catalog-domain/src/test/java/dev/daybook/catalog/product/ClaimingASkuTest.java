package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.catalog.CatalogDatabase;
import dev.daybook.catalog.MovableClock;
import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.product.SkuClaims.SkuClaim;
import dev.daybook.testing.Engine;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothEngines
class ClaimingASkuTest {
    private static final ProductId LAPTOP = new ProductId("product-laptop");
    private static final ProductId MOUSE = new ProductId("product-mouse");

    private final MovableClock clock = new MovableClock();
    private final CatalogDatabase database = CatalogDatabase.empty();
    private final SkuClaims claims = new SkuClaims(database.dataSource(), database.transactions(), clock);
    private final TransactionTemplate transaction = new TransactionTemplate(database.transactions());

    @Test
    void keepsItFromOtherProducts() {
        claims.claim("A", LAPTOP);

        Refused.with(SKU_TAKEN, () -> claims.claim("A", MOUSE));
        assertThat(holds("A", LAPTOP)).isTrue();
        assertThat(holds("A", MOUSE)).isFalse();
    }

    @Test
    void isHarmlessForTheSameProductAgain() {
        claims.claim("A", LAPTOP);
        claims.claim("A", LAPTOP);

        assertThat(holds("A", LAPTOP)).isTrue();
    }

    @Test
    void renewsTheClaimOfTheSameProduct() {
        claims.claim("A", LAPTOP);
        clock.pass(Duration.ofMinutes(1));
        assertThat(claims.unsettledBefore(clock.instant(), 10)).containsExactly(new SkuClaim("A", LAPTOP));

        claims.claim("A", LAPTOP);

        assertThat(claims.unsettledBefore(clock.instant(), 10)).isEmpty();
    }

    @Test
    void isRefusedForASecondSkuOfOneProduct() {
        claims.claim("A", LAPTOP);

        Refused.with(SKU_TAKEN, () -> claims.claim("B", LAPTOP));
        assertThat(holds("A", LAPTOP)).isTrue();
    }

    @Test
    void comparesToTheLetter() {
        claims.claim("a-1", LAPTOP);
        claims.claim("A-1", MOUSE);

        assertThat(holds("a-1", LAPTOP)).isTrue();
        assertThat(holds("A-1", MOUSE)).isTrue();
    }

    @Test
    void isInvalidWithoutLettersOrWithTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> claims.claim(" ", LAPTOP));
        assertThatIllegalArgumentException().isThrownBy(() -> claims.claim("x".repeat(101), LAPTOP));
        claims.claim("x".repeat(100), LAPTOP);
    }

    @Test
    void isCommittedEvenWhenTheCallersTransactionIsNot() {
        transaction.executeWithoutResult(outer -> {
            claims.claim("A", LAPTOP);
            outer.setRollbackOnly();
        });

        assertThat(holds("A", LAPTOP)).isTrue();
    }

    @Test
    void letsOneOfManyHaveIt() throws Exception {
        int claimants = 16;
        var together = new CyclicBarrier(claimants);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < claimants; i++) {
            var claimant = new ProductId("product-" + i);
            attempts.add(() -> {
                together.await();
                try {
                    claims.claim("A", claimant);
                    return true;
                } catch (CommandExecutionException taken) {
                    return false;
                }
            });
        }
        int winners = 0;
        try (var threads = Executors.newFixedThreadPool(claimants)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) if (attempt.get()) winners++;
        }

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void isOverOnceTheClaimIsGivenUp() {
        claims.claim("A", LAPTOP);

        assertThat(claims.giveUpUnless(new SkuClaim("A", LAPTOP), () -> false)).isTrue();

        assertThat(holds("A", LAPTOP)).isFalse();
        claims.claim("A", MOUSE);
    }

    @Test
    void staysWhenTheProductExists() {
        claims.claim("A", LAPTOP);

        assertThat(claims.giveUpUnless(new SkuClaim("A", LAPTOP), () -> true)).isFalse();

        assertThat(holds("A", LAPTOP)).isTrue();
    }

    @Test
    void isNotGivenUpWhileTheProductIsBeingAdded() throws Exception {
        claims.claim("A", LAPTOP);
        var added = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> givenUp = transaction.execute(adding -> {
                assertThat(claims.hold("A", LAPTOP)).isTrue();
                Future<Boolean> attempt =
                        threads.submit(() -> claims.giveUpUnless(new SkuClaim("A", LAPTOP), added::get));
                Awaitility.await("the one who gives up waits for the one who adds")
                        .until(() -> blockedSessions() == 1);
                added.set(true);
                return attempt;
            });

            assertThat(givenUp.get()).isFalse();
        }
        assertThat(holds("A", LAPTOP)).isTrue();
    }

    @Test
    void isSweptOnlyUntilItIsSettled() {
        claims.claim("A", LAPTOP);
        claims.claim("B", MOUSE);
        clock.pass(Duration.ofMinutes(1));

        claims.settle(new SkuClaim("A", LAPTOP));

        assertThat(claims.unsettledBefore(clock.instant(), 10)).containsExactly(new SkuClaim("B", MOUSE));
    }

    private boolean holds(String sku, ProductId product) {
        return Boolean.TRUE.equals(transaction.execute(reading -> claims.hold(sku, product)));
    }

    private long blockedSessions() {
        return JdbcClient.create(database.dataSource())
                .sql(Engine.underTest().countOfLockWaits())
                .query(Long.class)
                .single();
    }
}
