package dev.daybook.identity.account;

import dev.daybook.identity.contract.AccountRules;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.RefreshTokenKeeper;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.TokenPair;
import dev.daybook.identity.contract.Tokens;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class TokenDesk implements Tokens {
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final LogInThrottle throttle;
    private final IdentitySettings settings;
    private final OwnTransaction transaction;

    TokenDesk(
            AccountRows accounts,
            Passwords passwords,
            Sessions sessions,
            AccessTokens accessTokens,
            LogInThrottle throttle,
            IdentitySettings settings,
            OwnTransaction transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.throttle = throttle;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** What a transaction granted, to be signed once it is committed. */
    private record Grant(Set<Role> roles, Sessions.Session session) {}

    @Override
    public TokenPair byPassword(String username, String password, String clientAddress, RefreshTokenKeeper keeper) {
        // names that nobody can have must not fill the throttle's memory
        String usernameKey = AccountRules.isUsername(username) ? Account.usernameKey(username) : null;
        LogInThrottle.Attempt attempt = throttle.admit(usernameKey, clientAddress);

        Account known = usernameKey == null
                ? null
                : accounts.findByUsernameKey(usernameKey).orElse(null);
        // outside the transaction: a hash takes long, and would keep a connection waiting
        boolean matches = passwords.matches(password, known == null ? null : known.passwordHash());
        if (known == null || !matches) throw invalidCredentials();

        Grant grant = transaction.run(() -> openSession(known, keeper)).orElseThrow(TokenDesk::invalidCredentials);
        attempt.succeeded();
        return pairFor(grant);
    }

    private Optional<Grant> openSession(Account known, RefreshTokenKeeper keeper) {
        // locked and compared, because a password change meanwhile would not see, and not end, this session
        return accounts.lock(known.id())
                .filter(account -> account.passwordHash().equals(known.passwordHash()))
                .map(account -> new Grant(account.roles(), sessions.open(account.id(), keeper)));
    }

    @Override
    public TokenPair byRefreshToken(String refreshToken, RefreshTokenKeeper keeper) {
        // refused only after the commit: a detected reuse must stay revoked
        return transaction
                .run(() -> sessions.prolong(refreshToken, keeper).flatMap(this::grantFor))
                .map(this::pairFor)
                .orElseThrow(() -> IdentityProblem.INVALID_GRANT.because("the refresh token is not valid (any more)"));
    }

    private Optional<Grant> grantFor(Sessions.Session session) {
        return accounts.find(session.accountId()).map(account -> new Grant(account.roles(), session));
    }

    private TokenPair pairFor(Grant grant) {
        Sessions.Session session = grant.session();
        String accessToken = accessTokens.sign(session.accountId(), grant.roles(), session.id());
        return new TokenPair(
                accessToken, settings.accessTokenTtl(), session.refreshToken(), settings.refreshTokenTtl());
    }

    @Override
    public void revoke(String token) {
        transaction.run(() -> {
            sessions.idOf(token)
                    .or(() -> accessTokens.read(token).map(AccessTokens.Content::sessionId))
                    .ifPresent(sessions::end);
            return true;
        });
    }

    @Override
    public Optional<Caller> verify(String accessToken) {
        return accessTokens
                .read(accessToken)
                .filter(content -> sessions.isLive(content.sessionId()))
                .map(AccessTokens.Content::caller);
    }

    /** Forgets the sessions and refresh tokens that are over anyway; answers how many rows that were. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    int purgeExpired() {
        return transaction.run(sessions::purgeExpired);
    }

    private static IdentityException invalidCredentials() {
        return IdentityProblem.INVALID_CREDENTIALS.because("user name or password is wrong");
    }
}
