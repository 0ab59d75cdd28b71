package dev.daybook.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import dev.daybook.testing.Engine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RegisteringTest extends IdentityTest {
    @Autowired
    private PlatformTransactionManager transactionManager;

    @Test
    void opensAnAccount() {
        AccountView account =
                accounts.register(new NewAccount("Ann.Lee", PASSWORD, "Ann Lee", "ann@example.org", "+1 555 0101"));

        assertThat(account.id()).matches("user-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(account)
                .isEqualTo(new AccountView(
                        account.id(),
                        "Ann.Lee",
                        "Ann Lee",
                        "ann@example.org",
                        "+1 555 0101",
                        Set.of(Role.USER),
                        clock.instant()));
        assertThat(accounts.find(account.id())).contains(account);
    }

    @Test
    void takesNoMailAndNoPhone() {
        AccountView account = accounts.register(new NewAccount("ann", PASSWORD, "Ann Lee", null, null));

        assertThat(accounts.find(account.id()))
                .hasValueSatisfying(found -> assertThat(found).hasNoNullFieldsOrPropertiesExcept("email", "phone"));
        assertThat(account.email()).isNull();
    }

    @Test
    void keepsThePasswordAsAHashOnly() {
        registered();

        assertThat(database.sql("select password_hash from account")
                        .query(String.class)
                        .single())
                .startsWith("{argon2")
                .doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "root", "ADMIN"})
    void givesNoRoleForAName(String username) {
        assertThat(accounts.register(someone(username)).roles()).containsExactly(Role.USER);
    }

    @Test
    void isRefusedWhenTheNameIsTakenInAnotherCase() {
        accounts.register(someone("ann"));

        assertRefused(IdentityProblem.USERNAME_TAKEN, () -> accounts.register(someone("ANN")));
    }

    @Test
    void givesANameToOneOfManyWhoAskAtOnce() throws InterruptedException {
        List<Callable<AccountView>> eight = IntStream.range(0, 8)
                .<Callable<AccountView>>mapToObj(i -> () -> accounts.register(someone(i % 2 == 0 ? "ann" : "Ann")))
                .toList();

        AccountView winner = theOnlyAnswer(allAtOnce(eight), IdentityProblem.USERNAME_TAKEN);

        assertThat(accounts.list(10, null).items()).containsExactly(winner);
    }

    @Test
    void isRefusedWhenAnotherTakesTheNameAtTheLastMoment() throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<AccountView> late = new TransactionTemplate(transactionManager).execute(status -> {
                database.sql("select id from account_lock for update")
                        .query(Integer.class)
                        .single();
                database.sql("""
                                insert into account (id, username, username_key, password_hash, full_name, created_at, version)
                                values ('user-1', 'ann', 'ann', 'none', 'Ann Lee', current_timestamp, 0)""").update();
                Future<AccountView> waiting = thread.submit(() -> accounts.register(someone("Ann")));
                await("the late one waiting for the first")
                        .until(() -> waiting.isDone()
                                || database.sql(Engine.underTest().countOfLockWaits())
                                                .query(Integer.class)
                                                .single()
                                        > 0);
                return waiting;
            });

            assertThatThrownBy(late::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            IdentityException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(IdentityProblem.USERNAME_TAKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "            ", "some-name"})
    void isRefusedForAPoorPassword(String password) {
        assertRefused(
                IdentityProblem.WEAK_PASSWORD,
                () -> accounts.register(new NewAccount("Some-Name", password, "Some One", null, null)));
    }

    @Test
    void takesPasswordsOf128CharactersAndNoMore() {
        String longest = "ä".repeat(127);
        AccountView account = accounts.register(new NewAccount("ann", longest + "1", "Ann Lee", null, null));

        assertGoodFor(account, logIn(account, longest + "1").accessToken());
        assertRefused(IdentityProblem.INVALID_CREDENTIALS, () -> logIn(account, longest + "2"));
        assertRefused(
                IdentityProblem.WEAK_PASSWORD,
                () -> accounts.register(new NewAccount("bob", longest + "12", "Bob Ray", null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "with space", "ünsal", "a/b", "012345678901234567890123456789012345678901234567890"})
    void wantsASoundUserName(String username) {
        assertThatIllegalArgumentException().isThrownBy(() -> someone(username)).withMessageStartingWith("username");
    }

    @Test
    void namesTheFieldThatIsWrongAndNotItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("ann", PASSWORD, " ", null, null))
                .withMessageStartingWith("fullName");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("ann", PASSWORD, "Ann", "no mail", null))
                .withMessageStartingWith("email")
                .withMessageNotContaining("no mail");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("ann", PASSWORD, "Ann", null, "5".repeat(33)))
                .withMessageStartingWith("phone");
    }

    @Test
    void tellsNoSecretsInText() {
        AccountView account = registered();

        assertThat(someone("ann") + " " + account + " " + loggedIn(account))
                .isEqualTo("NewAccount AccountView[" + account.id() + "] TokenPair");
    }

    @Test
    void isDoneOnceForAnAccountThatMustBeThere() {
        AccountView made = accounts.ensure(someone("first-admin"), Set.of(Role.ADMIN));
        AccountView again = accounts.ensure(
                new NewAccount("First-Admin", "another password", "Another", null, null), Set.of(Role.USER));

        assertThat(made.roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
        assertThat(again).isEqualTo(made);
        assertGoodFor(made, loggedIn(made).accessToken());
    }

    @Test
    void isDoneOnceByManyWhoEnsureAtOnce() throws InterruptedException {
        List<Callable<AccountView>> four = IntStream.range(0, 4)
                .<Callable<AccountView>>mapToObj(i -> () -> accounts.ensure(someone("demo"), Set.of(Role.USER)))
                .toList();

        List<Outcome<AccountView>> outcomes = allAtOnce(four);

        AccountView made = accounts.list(10, null).items().getFirst();
        assertThat(outcomes).containsOnly(new Outcome<>(made, null));
        assertThat(accounts.list(10, null).items()).hasSize(1);
    }
}
