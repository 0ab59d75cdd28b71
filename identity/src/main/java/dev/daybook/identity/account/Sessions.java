package dev.daybook.identity.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.identity.contract.RefreshTokenKeeper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens, prolongs and ends sessions; works in the caller's transaction. */
@Component
class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** How long another node may not know yet that a session was ended. */
    private static final Duration STALENESS = Duration.ofSeconds(5);

    private static final int TOKEN_BYTES = 32;

    /** How a token that a browser keeps begins: part of what is hashed, so that no other becomes one. */
    private static final String FOR_A_BROWSER = "b.";

    private final SessionRows rows;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Boolean> live = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(STALENESS)
            .build();

    Sessions(SessionRows rows, IdentitySettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** A session and the refresh token that prolongs it next. */
    record Session(String id, String accountId, String refreshToken) {}

    Session open(String accountId, RefreshTokenKeeper keeper) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.refreshTokenTtl());
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        rows.open(id, accountId, now, expiresAt);
        return new Session(id, accountId, newRefreshToken(id, expiresAt, keeper));
    }

    /** Trades the token for a new one; empty when it is good for nothing, and the session ended if it was used before. */
    Optional<Session> prolong(String refreshToken, RefreshTokenKeeper keeper) {
        Instant now = clock.instant();
        String hash = hash(refreshToken);
        SessionRows.RefreshToken token = rows.token(hash).orElse(null);
        if (token == null || token.isExpiredAt(now)) return Optional.empty();

        String id = token.sessionId();
        Instant expiresAt = now.plus(settings.refreshTokenTtl());
        if (!rows.prolong(id, expiresAt)) return Optional.empty();
        String accountId = rows.accountOf(id);
        if (!use(refreshToken, hash, now)) {
            LOG.warn("A refresh token of {} was used twice: session {} ended", accountId, id);
            end(List.of(id));
            return Optional.empty();
        }
        return Optional.of(new Session(id, accountId, newRefreshToken(id, expiresAt, keeper)));
    }

    private boolean use(String refreshToken, String hash, Instant now) {
        return refreshToken.startsWith(FOR_A_BROWSER)
                ? rows.useAgain(hash, now, now.minus(settings.refreshTokenLeeway()))
                : rows.use(hash, now);
    }

    /** The session that this refresh token, used or not, belongs to. */
    Optional<String> idOf(String refreshToken) {
        return rows.token(hash(refreshToken)).map(SessionRows.RefreshToken::sessionId);
    }

    void end(String id) {
        end(List.of(id));
    }

    void endAllOf(String accountId) {
        end(rows.liveOnesOf(accountId));
    }

    private void end(List<String> ids) {
        if (ids.isEmpty()) return;
        rows.revoke(ids, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                live.invalidateAll(ids);
            }
        });
    }

    boolean isLive(String id) {
        return live.get(id, rows::isLive);
    }

    int purgeExpired() {
        return rows.deleteExpired(clock.instant());
    }

    private String newRefreshToken(String sessionId, Instant expiresAt, RefreshTokenKeeper keeper) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = (keeper == RefreshTokenKeeper.BROWSER ? FOR_A_BROWSER : "")
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        rows.addToken(hash(token), sessionId, expiresAt);
        return token;
    }

    private static String hash(String refreshToken) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(refreshToken.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
