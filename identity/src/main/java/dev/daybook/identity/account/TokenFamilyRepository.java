package dev.daybook.identity.account;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TokenFamilyRepository extends Repository<TokenFamily, String> {
    @Query("select f.accountId from TokenFamily f where f.id = :id")
    String accountIdOf(String id);

    @Query("select f.id from TokenFamily f where f.accountId = :accountId and f.revokedAt is null")
    List<String> liveFamiliesOf(String accountId);

    @Query("select count(f) > 0 from TokenFamily f where f.id = :id and f.revokedAt is null")
    boolean isLive(String id);

    /** 1, or 0 when it was revoked; whoever got 1 has the family to themselves until the transaction ends. */
    @Modifying
    @Query("update TokenFamily f set f.expiresAt = :expiresAt where f.id = :id and f.revokedAt is null")
    int prolong(String id, Instant expiresAt);

    @Modifying
    @Query("update TokenFamily f set f.revokedAt = :now where f.id in :ids and f.revokedAt is null")
    int revoke(List<String> ids, Instant now);

    @Modifying
    @Query("delete from TokenFamily f where f.expiresAt < :now")
    int deleteExpired(Instant now);
}
