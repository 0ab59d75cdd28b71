package dev.daybook.identity.contract;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as its owner and administrators see it. */
public record AccountView(
        String id,
        String username,
        String fullName,
        @Nullable String email,
        @Nullable String phone,
        Set<Role> roles,
        Instant createdAt) {
    public AccountView {
        roles = Set.copyOf(roles);
    }

    /** The id alone, because a log line must not name a person. */
    @Override
    public String toString() {
        return "AccountView[" + id + "]";
    }
}
