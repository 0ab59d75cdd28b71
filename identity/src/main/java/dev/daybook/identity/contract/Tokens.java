package dev.daybook.identity.contract;

import java.util.Optional;

/** Tokens that stand for an account. Every call is a transaction of its own; refusals are {@link IdentityException}s. */
public interface Tokens {
    /**
     * Logs in.
     *
     * @param clientAddress who failed attempts are counted against, besides the account
     * @param keeper of the refresh token
     * @throws IdentityException INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS
     */
    TokenPair byPassword(String username, String password, String clientAddress, RefreshTokenKeeper keeper);

    /**
     * Trades a refresh token for a new pair; INVALID_GRANT. A token that was traded before ends the whole session, for one of
     * the two who had it stole it; only one that was made for a browser may be traded again for a moment.
     *
     * @param keeper of the new refresh token
     */
    TokenPair byRefreshToken(String refreshToken, RefreshTokenKeeper keeper);

    /** Ends the session of this refresh or access token (RFC 7009); a token that means nothing is fine. */
    void revoke(String token);

    /** Whom an access token stands for; empty unless it is ours, intact, in time, and its session goes on. */
    Optional<Caller> verify(String accessToken);
}
