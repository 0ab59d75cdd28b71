package dev.daybook.identity.contract;

import java.util.Set;

/** Who is asking, and what they may do. */
public record Caller(String accountId, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
