package dev.daybook.identity.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who administers a shop that has no administrator yet; without effect as soon as it has one.
 *
 * @param username the first administrator's user name
 * @param password the first administrator's password; to be changed after the first log-in
 */
@ConfigurationProperties("daybook.admin")
record FirstAdministratorSettings(
        @Nullable String username, @Nullable String password) {
    boolean areComplete() {
        return username != null && !username.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
        return "FirstAdministratorSettings[username=" + username + "]"; // never the password
    }
}
