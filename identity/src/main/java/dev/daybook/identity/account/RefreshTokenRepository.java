package dev.daybook.identity.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefreshTokenRepository extends Repository<RefreshToken, String> {
    Optional<RefreshToken> findById(String tokenHash);

    /** 1 for the first use, 0 for any other. */
    @Modifying
    @Query("update RefreshToken t set t.usedAt = :now where t.tokenHash = :tokenHash and t.usedAt is null")
    int markUsed(String tokenHash, Instant now);

    /** 1 for the first use, and for any other as long as the first was after {@code since}; 0 else. */
    @Modifying
    @Query("update RefreshToken t set t.usedAt = coalesce(t.usedAt, :now)"
            + " where t.tokenHash = :tokenHash and (t.usedAt is null or t.usedAt > :since)")
    int markUsedSince(String tokenHash, Instant now, Instant since);

    @Modifying
    @Query("delete from RefreshToken t where t.expiresAt < :now")
    int deleteExpired(Instant now);
}
