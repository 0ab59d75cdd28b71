package dev.daybook.identity;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeepingASessionTest extends IdentityTest {
    @Autowired
    private PlatformTransactionManager transactionManager;

    @Test
    void goesOnFromRefreshTokenToRefreshToken() {
        AccountView account = registered();
        TokenPair pair = loggedIn(account);

        for (int day = 0; day < 60; day += 20) {
            clock.advance(Duration.ofDays(20));
            TokenPair next = tokens.byRefreshToken(pair.refreshToken(), CLIENT);
            assertThat(next.refreshToken()).isNotEqualTo(pair.refreshToken());
            assertGoodFor(account, next.accessToken());
            pair = next;
        }
    }

    @Test
    void keepsNoRefreshTokenInTheClear() {
        TokenPair pair = loggedIn(registered());

        assertThat(database.sql("select token_hash from refresh_token where token_hash <> :token")
                        .param("token", pair.refreshToken())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .hasSize(64);
    }

    @Test
    void endsWhenARefreshTokenIsUsedTwice() {
        AccountView account = registered();
        TokenPair first = loggedIn(account);
        TokenPair elsewhere = loggedIn(account);
        TokenPair second = tokens.byRefreshToken(first.refreshToken(), CLIENT);
        assertGoodFor(account, second.accessToken());

        assertRefused(IdentityProblem.INVALID_GRANT, () -> tokens.byRefreshToken(first.refreshToken(), CLIENT));

        assertWorthless(first);
        assertWorthless(second);
        assertGoodFor(account, elsewhere.accessToken());
    }

    @Test
    void staysEndedWhenTheCallersOwnTransactionIsRolledBack() {
        TokenPair first = loggedIn(registered());
        TokenPair second = tokens.byRefreshToken(first.refreshToken(), CLIENT);

        assertRefused(
                IdentityProblem.INVALID_GRANT,
                () -> new TransactionTemplate(transactionManager)
                        .executeWithoutResult(status -> tokens.byRefreshToken(first.refreshToken(), CLIENT)));

        assertWorthless(second);
    }

    @RepeatedTest(5)
    void isWonByOneOfManyWhoUseTheSameRefreshTokenAtOnceAndThenEnds() throws InterruptedException {
        TokenPair pair = loggedIn(registered());
        List<Callable<TokenPair>> eight = IntStream.range(0, 8)
                .<Callable<TokenPair>>mapToObj(i -> () -> tokens.byRefreshToken(pair.refreshToken(), CLIENT))
                .toList();

        TokenPair won = theOnlyAnswer(allAtOnce(eight), IdentityProblem.INVALID_GRANT);

        assertWorthless(won);
    }

    @Test
    void endsWithTheLifeOfItsRefreshToken() {
        TokenPair pair = loggedIn(registered());

        clock.advance(Duration.ofDays(30));

        assertRefused(IdentityProblem.INVALID_GRANT, () -> tokens.byRefreshToken(pair.refreshToken(), CLIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isNotHadForAMadeUpToken(String token) {
        assertRefused(IdentityProblem.INVALID_GRANT, () -> tokens.byRefreshToken(token, CLIENT));
    }

    @Test
    void endsAtLogOutByEitherToken() {
        AccountView account = registered();
        TokenPair byRefreshToken = loggedIn(account);
        TokenPair byAccessToken = loggedIn(account);
        TokenPair other = loggedIn(account);
        assertGoodFor(account, byRefreshToken.accessToken());
        assertGoodFor(account, byAccessToken.accessToken());

        tokens.revoke(byRefreshToken.refreshToken());
        tokens.revoke(byAccessToken.accessToken());

        assertWorthless(byRefreshToken);
        assertWorthless(byAccessToken);
        assertGoodFor(account, other.accessToken());
    }

    @Test
    void mayBeEndedAgainAndForNothing() {
        TokenPair pair = loggedIn(registered());

        tokens.revoke(pair.refreshToken());
        tokens.revoke(pair.refreshToken());
        tokens.revoke("made-up");
        tokens.revoke("");

        assertWorthless(pair);
    }
}
