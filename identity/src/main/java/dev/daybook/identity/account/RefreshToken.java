package dev.daybook.identity.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refresh token, known by its hash; it is good for one use, and kept afterwards so that a second use is noticed. */
@Entity
class RefreshToken {
    @Id
    private String tokenHash;

    private String familyId;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected RefreshToken() {} // Hibernate fills an empty instance

    RefreshToken(String tokenHash, String familyId, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.familyId = familyId;
        this.expiresAt = expiresAt;
    }

    String familyId() {
        return familyId;
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
