package dev.daybook.identity.contract;

import org.jspecify.annotations.Nullable;

/** An account as asked for. */
public record NewAccount(
        String username,
        String password,
        String fullName,
        @Nullable String email,
        @Nullable String phone) {
    /** @throws IllegalArgumentException that names the field; a poor password is refused by {@link Accounts} instead */
    public NewAccount {
        if (!AccountRules.isUsername(username))
            throw new IllegalArgumentException("username must match " + AccountRules.USERNAME_PATTERN);
        AccountRules.requireProfile(fullName, email, phone);
    }

    /** Nothing of its content: there is a password in it. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
