package dev.daybook.identity;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingInTest extends IdentityTest {
    private static final String WRONG = "wrong password";

    @Test
    void givesTokensThatStandForTheAccount() {
        AccountView account = registered();

        TokenPair pair = loggedIn(account);

        assertThat(pair.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        assertThat(tokens.verify(pair.accessToken())).contains(new Caller(account.id(), Set.of(Role.USER)));
    }

    @Test
    void takesTheUserNameInAnyCase() {
        AccountView account = registered();

        TokenPair pair = tokens.byPassword(account.username().toUpperCase(), PASSWORD, freshAddress(), CLIENT);

        assertGoodFor(account, pair.accessToken());
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownName() {
        AccountView account = registered();

        IdentityException wrongPassword =
                assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(account, WRONG));
        IdentityException unknownName = assertRefused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> tokens.byPassword("nobody-here", WRONG, freshAddress(), CLIENT));

        assertThat(unknownName).hasMessage(wrongPassword.getMessage());
        assertThat(wrongPassword.getMessage()).doesNotContain(account.username(), WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "' or 1=1 --", "no\u0000body"})
    void isRefusedForNamesThatNobodyCanHave(String username) {
        assertRefused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> tokens.byPassword(username, PASSWORD, freshAddress(), CLIENT));
    }

    @Test
    void isRefusedForAnEmptyPassword() {
        assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(registered(), ""));
    }

    @Test
    void waitsAfterFiveFailuresOfAnAccountFromWhereverTheyCame() {
        AccountView account = registered();
        AccountView other = registered();
        for (int i = 0; i < 5; i++) assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(account, WRONG));

        IdentityException refusal = assertRefused(IdentityProblem.TOO_MANY_ATTEMPTS, () -> logIn(account, PASSWORD));

        Duration wait = refusal.retryAfter().orElseThrow();
        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertGoodFor(other, loggedIn(other).accessToken());
        clock.advance(wait);
        assertGoodFor(account, loggedIn(account).accessToken());
    }

    @Test
    void countsFailuresOfNamesThatDoNotExistLikeThoseThatDo() {
        String nobody = freshUsername();
        for (int i = 0; i < 5; i++)
            assertRefused(
                    IdentityProblem.INVALID_CREDENTIALS,
                    () -> tokens.byPassword(nobody, WRONG, freshAddress(), CLIENT));

        assertRefused(
                IdentityProblem.TOO_MANY_ATTEMPTS,
                () -> tokens.byPassword(nobody.toUpperCase(), WRONG, freshAddress(), CLIENT));
    }

    @Test
    void forgetsTheFailuresOfAnAccountOnceItSucceeds() {
        AccountView account = registered();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(account, WRONG));
            assertGoodFor(account, loggedIn(account).accessToken());
        }
    }

    @Test
    void waitsAfterTwentyFailuresOfAnAddressAndSuccessDoesNotReset() {
        String address = freshAddress();
        AccountView own = registered();
        for (int i = 0; i < 20; i++) {
            assertRefused(
                    IdentityProblem.INVALID_CREDENTIALS,
                    () -> tokens.byPassword(freshUsername(), WRONG, address, CLIENT));
            if (i == 10) tokens.byPassword(own.username(), PASSWORD, address, CLIENT);
        }

        assertRefused(
                IdentityProblem.TOO_MANY_ATTEMPTS, () -> tokens.byPassword(own.username(), PASSWORD, address, CLIENT));
        assertGoodFor(own, loggedIn(own).accessToken());
    }

    @Test
    void doesNotCountSuccessAgainstAnAddress() {
        String address = freshAddress();
        AccountView account = registered();

        for (int i = 0; i < 25; i++) tokens.byPassword(account.username(), PASSWORD, address, CLIENT);
    }

    @Test
    void letsNoMoreThanFiveGuessesThroughAtOnce() throws InterruptedException {
        AccountView account = registered();
        List<Callable<TokenPair>> twelve = IntStream.range(0, 12)
                .<Callable<TokenPair>>mapToObj(i -> () -> logIn(account, WRONG))
                .toList();

        assertThat(allAtOnce(twelve))
                .filteredOn(outcome -> outcome.isRefusedFor(IdentityProblem.INVALID_CREDENTIALS))
                .hasSize(5);
    }
}
