package dev.daybook.identity.account;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account lives from its registration on; its password is known as a hash only. */
record Account(
        String id,
        String username,
        String passwordHash,
        String fullName,
        @Nullable String email,
        @Nullable String phone,
        Set<Role> roles,
        Instant createdAt) {
    static final String ID_PREFIX = "user-";

    Account {
        roles = Set.copyOf(roles);
    }

    static Account open(String id, NewAccount request, String passwordHash, Set<Role> roles, Instant createdAt) {
        return new Account(
                id,
                request.username(),
                passwordHash,
                request.fullName(),
                request.email(),
                request.phone(),
                withUser(roles),
                createdAt);
    }

    /** The form in which user names are compared. */
    static String usernameKey(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    Account withProfile(String fullName, @Nullable String email, @Nullable String phone) {
        return new Account(id, username, passwordHash, fullName, email, phone, roles, createdAt);
    }

    Account withPassword(String passwordHash) {
        return new Account(id, username, passwordHash, fullName, email, phone, roles, createdAt);
    }

    Account withRoles(Set<Role> roles) {
        return new Account(id, username, passwordHash, fullName, email, phone, withUser(roles), createdAt);
    }

    private static Set<Role> withUser(Set<Role> roles) {
        Set<Role> all = EnumSet.of(Role.USER);
        all.addAll(roles);
        return all;
    }

    AccountView view() {
        return new AccountView(id, username, fullName, email, phone, roles, createdAt);
    }

    /** Tells nothing personal, and nothing secret. */
    @Override
    public String toString() {
        return id;
    }
}
