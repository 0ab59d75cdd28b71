package dev.daybook.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final NewAccount ADA =
            new NewAccount("ada", "correct horse", "Ada Lovelace", "ada@example.org", "+1 555 0100");

    private final Account account = Account.open("user-1", ADA, "{argon2}hash", Set.of(), Instant.EPOCH);

    /** Records print all they have, and whatever is logged is kept for long. */
    @Test
    void printsItsIdAlone() {
        assertThat(account).hasToString("user-1");
    }

    @Test
    void neverStopsBeingAUsers() {
        assertThat(account.roles()).containsExactly(Role.USER);
        assertThat(account.withRoles(Set.of(Role.ADMIN)).roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
    }
}
