package dev.daybook.identity.account;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions in the database, each a family of all tokens that descend from one log-in, and their refresh tokens, known by
 * their hashes; works in the caller's transaction. A token is good for one use, and kept afterwards so that a second use is
 * noticed.
 */
@Component
class SessionRows {
    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a refresh token. */
    record RefreshToken(String sessionId, Instant expiresAt) {
        boolean isExpiredAt(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    void open(String id, String accountId, Instant now, Instant expiresAt) {
        jdbc.sql("insert into token_family (id, account_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(id, accountId, now.atOffset(UTC), expiresAt.atOffset(UTC))
                .update();
    }

    String accountOf(String id) {
        return jdbc.sql("select account_id from token_family where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    List<String> liveOnesOf(String accountId) {
        return jdbc.sql("select id from token_family where account_id = ? and revoked_at is null")
                .param(accountId)
                .query(String.class)
                .list();
    }

    boolean isLive(String id) {
        return jdbc.sql("select count(*) from token_family where id = ? and revoked_at is null")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** False when it was revoked; whoever got true has the session to themselves until the transaction ends. */
    boolean prolong(String id, Instant expiresAt) {
        return jdbc.sql("update token_family set expires_at = ? where id = ? and revoked_at is null")
                        .params(expiresAt.atOffset(UTC), id)
                        .update()
                > 0;
    }

    void revoke(List<String> ids, Instant now) {
        jdbc.sql("update token_family set revoked_at = :now where id in (:ids) and revoked_at is null")
                .param("now", now.atOffset(UTC))
                .param("ids", ids)
                .update();
    }

    void addToken(String hash, String sessionId, Instant expiresAt) {
        jdbc.sql("insert into refresh_token (token_hash, family_id, expires_at) values (?, ?, ?)")
                .params(hash, sessionId, expiresAt.atOffset(UTC))
                .update();
    }

    Optional<RefreshToken> token(String hash) {
        return jdbc.sql("select family_id, expires_at from refresh_token where token_hash = ?")
                .param(hash)
                .query((row, number) -> new RefreshToken(
                        row.getString("family_id"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether it is the first use. */
    boolean use(String hash, Instant now) {
        return jdbc.sql("update refresh_token set used_at = ? where token_hash = ? and used_at is null")
                        .params(now.atOffset(UTC), hash)
                        .update()
                > 0;
    }

    /** Whether it is the first use, or another one and the first was after {@code since}. */
    boolean useAgain(String hash, Instant now, Instant since) {
        return jdbc.sql("update refresh_token set used_at = coalesce(used_at, ?)"
                                + " where token_hash = ? and (used_at is null or used_at > ?)")
                        .params(now.atOffset(UTC), hash, since.atOffset(UTC))
                        .update()
                > 0;
    }

    /** How many rows there were of what is over. */
    int deleteExpired(Instant now) {
        return deleteExpired("refresh_token", now) + deleteExpired("token_family", now);
    }

    private int deleteExpired(String table, Instant now) {
        return jdbc.sql("delete from " + table + " where expires_at < ?")
                .param(now.atOffset(UTC))
                .update();
    }
}
