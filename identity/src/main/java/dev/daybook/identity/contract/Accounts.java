package dev.daybook.identity.contract;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts. Every call is a transaction of its own; refusals are {@link IdentityException}s, values of the wrong shape
 * {@link IllegalArgumentException}s.
 */
public interface Accounts {
    /** Opens an account with the role USER; USERNAME_TAKEN (in whatever case), WEAK_PASSWORD. */
    AccountView register(NewAccount account);

    /** How many accounts there are. */
    long count();

    Optional<AccountView> find(String id);

    /** Replaces what the owner may change; UNKNOWN_ACCOUNT. */
    AccountView update(String id, String fullName, @Nullable String email, @Nullable String phone);

    /**
     * Changes the password and ends every session of the account, the caller's too; UNKNOWN_ACCOUNT, INVALID_CREDENTIALS,
     * TOO_MANY_ATTEMPTS, WEAK_PASSWORD.
     */
    void changePassword(String id, String currentPassword, String newPassword);

    /** A page of 1 to 100 accounts by id, from the start or after {@code cursor}; INVALID_CURSOR. */
    AccountPage list(int limit, @Nullable String cursor);

    /**
     * Gives the account these roles and USER, and ends its sessions if that is a change; UNKNOWN_ACCOUNT, LAST_ADMIN when
     * nobody would be left to administer.
     */
    AccountView setRoles(String id, Set<Role> roles);

    /** Opens an account with these roles and USER if the user name is free, else answers the one there is, unchanged. */
    AccountView ensure(NewAccount account, Set<Role> roles);
}
