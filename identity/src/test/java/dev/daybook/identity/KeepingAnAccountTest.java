package dev.daybook.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.identity.contract.AccountPage;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.TokenPair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingAnAccountTest extends IdentityTest {
    private static final String NEW_PASSWORD = "battery staple";

    @Test
    void changesTheProfileAndNothingElse() {
        AccountView before = registered();

        AccountView after = accounts.update(before.id(), "Someone Else", null, "+1 555 0199");

        assertThat(after)
                .isEqualTo(new AccountView(
                        before.id(),
                        before.username(),
                        "Someone Else",
                        null,
                        "+1 555 0199",
                        before.roles(),
                        before.createdAt()));
        assertThat(accounts.find(before.id())).contains(after);
        assertGoodFor(before, loggedIn(before).accessToken());
    }

    @Test
    void isRefusedForAnAccountThatIsNotThere() {
        assertThat(accounts.find("user-nobody")).isEmpty();
        assertRefused(IdentityProblem.UNKNOWN_ACCOUNT, () -> accounts.update("user-nobody", "No Body", null, null));
        assertRefused(
                IdentityProblem.UNKNOWN_ACCOUNT, () -> accounts.changePassword("user-nobody", PASSWORD, NEW_PASSWORD));
    }

    @Test
    void wantsASoundProfile() {
        AccountView account = registered();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.update(account.id(), "x".repeat(101), null, null))
                .withMessageStartingWith("fullName");
    }

    @Test
    void changesThePasswordAndEndsEverySession() {
        AccountView account = registered();
        TokenPair here = loggedIn(account);
        TokenPair there = loggedIn(account);
        assertGoodFor(account, here.accessToken());

        accounts.changePassword(account.id(), PASSWORD, NEW_PASSWORD);

        assertWorthless(here);
        assertWorthless(there);
        assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(account, PASSWORD));
        assertGoodFor(account, logIn(account, NEW_PASSWORD).accessToken());
    }

    @RepeatedTest(5)
    void leavesNoSessionThatWasOpenedWithTheOldPasswordMeanwhile() throws InterruptedException {
        AccountView account = registered();
        Callable<Optional<TokenPair>> change = () -> {
            accounts.changePassword(account.id(), PASSWORD, NEW_PASSWORD);
            return Optional.empty();
        };
        Callable<Optional<TokenPair>> logIn = () -> Optional.of(loggedIn(account));

        List<Outcome<Optional<TokenPair>>> outcomes = allAtOnce(List.of(change, logIn, logIn, logIn));

        assertThat(outcomes.getFirst().thrown()).isNull();
        for (Outcome<Optional<TokenPair>> outcome : outcomes) {
            if (outcome.answer() != null) outcome.answer().ifPresent(this::assertWorthless);
            else
                assertThat(outcome.isRefusedFor(IdentityProblem.INVALID_CREDENTIALS))
                        .isTrue();
        }
    }

    @Test
    void changesNoPasswordWithoutTheCurrentOneOrForAWeakOne() {
        AccountView account = registered();
        TokenPair session = loggedIn(account);

        assertRefused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> accounts.changePassword(account.id(), "wrong password", NEW_PASSWORD));
        assertRefused(IdentityProblem.WEAK_PASSWORD, () -> accounts.changePassword(account.id(), PASSWORD, "short"));

        assertGoodFor(account, session.accessToken());
        assertGoodFor(account, loggedIn(account).accessToken());
    }

    @Test
    void doesNotLetTheCurrentPasswordBeGuessed() {
        AccountView account = registered();

        for (int i = 0; i < 5; i++)
            assertRefused(
                    IdentityProblem.INVALID_CREDENTIALS,
                    () -> accounts.changePassword(account.id(), "wrong password", NEW_PASSWORD));

        assertRefused(
                IdentityProblem.TOO_MANY_ATTEMPTS, () -> accounts.changePassword(account.id(), PASSWORD, NEW_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6})
    void listsEveryAccountOncePageByPage(int limit) {
        List<AccountView> all = Stream.generate(this::registered).limit(5).toList();

        List<AccountView> listed = new ArrayList<>();
        AccountPage page = accounts.list(limit, null);
        listed.addAll(page.items());
        for (String cursor = page.nextCursor(); cursor != null; cursor = page.nextCursor()) {
            page = accounts.list(limit, cursor);
            assertThat(page.items()).isNotEmpty();
            listed.addAll(page.items());
        }

        assertThat(listed).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("madeUpCursors")
    void listsNothingForAMadeUpCursor(String cursor) {
        assertRefused(IdentityProblem.INVALID_CURSOR, () -> accounts.list(10, cursor));
    }

    static Stream<String> madeUpCursors() {
        return Stream.of(
                "", "%%%", "user-1", Base64.getUrlEncoder().encodeToString("order-1".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void listsOneToAHundred(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.list(limit, null))
                .withMessageStartingWith("limit");
    }
}
