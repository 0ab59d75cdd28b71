package dev.daybook.identity;

import static dev.daybook.identity.contract.RefreshTokenKeeper.BROWSER;
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

class KeepingASessionInABrowserTest extends IdentityTest {
    private static final Duration LEEWAY = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @Test
    void saysHowLongARefreshTokenLasts() {
        assertThat(loggedInBy(registered()).refreshTokenExpiresIn()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void goesOnWhenTheAnswerToARefreshWasLost() {
        AccountView account = registered();
        TokenPair first = loggedInBy(account);
        TokenPair lost = refresh(first);
        clock.advance(LEEWAY.minus(A_MOMENT));

        TokenPair again = refresh(first);

        assertThat(again.refreshToken()).isNotEqualTo(lost.refreshToken());
        assertGoodFor(account, again.accessToken());
        assertGoodFor(account, refresh(again).accessToken());
    }

    @Test
    void endsWhenARefreshTokenIsUsedAgainAfterTheLeeway() {
        TokenPair first = loggedInBy(registered());
        TokenPair second = refresh(first);
        clock.advance(LEEWAY);

        assertRefused(IdentityProblem.INVALID_GRANT, () -> refresh(first));

        assertWorthless(first);
        assertWorthless(second);
    }

    @Test
    void countsTheLeewayFromTheFirstUse() {
        TokenPair first = loggedInBy(registered());
        TokenPair second = refresh(first);
        clock.advance(LEEWAY.minus(A_MOMENT));
        TokenPair third = refresh(first);
        clock.advance(A_MOMENT);

        assertRefused(IdentityProblem.INVALID_GRANT, () -> refresh(first));

        assertWorthless(second);
        assertWorthless(third);
    }

    @Test
    void staysEndedWithinTheLeeway() {
        TokenPair first = loggedInBy(registered());
        TokenPair second = refresh(first);

        tokens.revoke(first.refreshToken());

        assertWorthless(first);
        assertWorthless(second);
    }

    @Test
    void hasNoLeewayForATokenThatWasNotMadeForABrowser() {
        AccountView account = registered();
        TokenPair first = loggedIn(account);
        TokenPair second = refresh(first);
        assertGoodFor(account, second.accessToken());

        assertRefused(IdentityProblem.INVALID_GRANT, () -> refresh(first));
        assertRefused(
                IdentityProblem.INVALID_GRANT,
                () -> tokens.byRefreshToken("b." + loggedIn(account).refreshToken(), BROWSER));

        assertWorthless(second);
    }

    @Test
    void isStrictAgainOnceTheTokenIsHandedToAClient() {
        TokenPair first = loggedInBy(registered());
        TokenPair second = tokens.byRefreshToken(first.refreshToken(), CLIENT);
        TokenPair third = tokens.byRefreshToken(second.refreshToken(), CLIENT);

        assertRefused(IdentityProblem.INVALID_GRANT, () -> tokens.byRefreshToken(second.refreshToken(), CLIENT));

        assertWorthless(third);
    }

    @RepeatedTest(5)
    void letsManyPagesRefreshAtOnce() throws InterruptedException {
        AccountView account = registered();
        TokenPair pair = loggedInBy(account);
        List<Callable<TokenPair>> eight = IntStream.range(0, 8)
                .<Callable<TokenPair>>mapToObj(i -> () -> refresh(pair))
                .toList();

        List<Outcome<TokenPair>> outcomes = allAtOnce(eight);

        assertThat(outcomes)
                .hasSize(8)
                .allSatisfy(outcome -> assertThat(outcome.thrown()).isNull());
        for (Outcome<TokenPair> outcome : outcomes) {
            TokenPair won = outcome.answer();
            assertThat(won).isNotNull();
            assertGoodFor(account, refresh(won).accessToken());
        }
    }

    private TokenPair loggedInBy(AccountView account) {
        return tokens.byPassword(account.username(), PASSWORD, freshAddress(), BROWSER);
    }

    private TokenPair refresh(TokenPair pair) {
        return tokens.byRefreshToken(pair.refreshToken(), BROWSER);
    }
}
