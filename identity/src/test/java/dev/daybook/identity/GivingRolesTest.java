package dev.daybook.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.TokenPair;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GivingRolesTest extends IdentityTest {
    @Test
    void makesAnAdministrator() {
        AccountView account = registered();

        AccountView promoted = accounts.setRoles(account.id(), Set.of(Role.ADMIN));

        assertThat(promoted.roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
        assertThat(tokens.verify(loggedIn(account).accessToken()))
                .contains(new Caller(account.id(), Set.of(Role.USER, Role.ADMIN)));
    }

    @Test
    void takesARoleFromTokensThatAreOut() {
        AccountView boss = admin();
        AccountView other = admin();
        TokenPair session = loggedIn(other);
        assertGoodFor(other, session.accessToken());

        accounts.setRoles(other.id(), Set.of());

        assertWorthless(session);
        assertThat(tokens.verify(loggedIn(other).accessToken())).contains(new Caller(other.id(), Set.of(Role.USER)));
        assertThat(accounts.find(boss.id()).orElseThrow().roles()).contains(Role.ADMIN);
    }

    @Test
    void endsNoSessionWhenNothingChanges() {
        AccountView account = registered();
        TokenPair session = loggedIn(account);

        accounts.setRoles(account.id(), Set.of(Role.USER));

        assertGoodFor(account, session.accessToken());
    }

    @Test
    void neverTakesTheLastAdministratorAway() {
        AccountView only = admin();
        registered();

        assertRefused(IdentityProblem.LAST_ADMIN, () -> accounts.setRoles(only.id(), Set.of(Role.USER)));

        assertThat(accounts.find(only.id())).contains(only);
        assertThat(accounts.setRoles(only.id(), Set.of(Role.ADMIN))).isEqualTo(only);
    }

    @RepeatedTest(5)
    void leavesOneOfTwoWhoDemoteEachOtherAtOnce() throws InterruptedException {
        AccountView one = admin();
        AccountView two = admin();

        theOnlyAnswer(
                allAtOnce(List.of(
                        () -> accounts.setRoles(one.id(), Set.of(Role.USER)),
                        () -> accounts.setRoles(two.id(), Set.of(Role.USER)))),
                IdentityProblem.LAST_ADMIN);

        assertThat(accounts.list(10, null).items())
                .filteredOn(account -> account.roles().contains(Role.ADMIN))
                .hasSize(1);
    }

    @Test
    void isRefusedForAnAccountThatIsNotThere() {
        assertRefused(IdentityProblem.UNKNOWN_ACCOUNT, () -> accounts.setRoles("user-nobody", Set.of(Role.ADMIN)));
    }

    private AccountView admin() {
        return accounts.ensure(someone(freshUsername()), Set.of(Role.ADMIN));
    }
}
