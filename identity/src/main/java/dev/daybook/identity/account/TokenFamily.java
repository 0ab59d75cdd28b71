package dev.daybook.identity.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session: all tokens that descend from one log-in. It ends when it expires or is revoked. */
@Entity
class TokenFamily {
    @Id
    private String id;

    private String accountId;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    protected TokenFamily() {} // Hibernate fills an empty instance

    TokenFamily(String id, String accountId, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
