package dev.daybook.identity.account;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of identity.
 *
 * @param accessTokenTtl how long an access token is good for
 * @param refreshTokenTtl how long a session lasts after its last refresh
 * @param refreshTokenLeeway how long a refresh token that a browser keeps may be used again after its first use
 * @param issuer who signs, as told in every access token
 * @param signingKeyFile an unencrypted PKCS#8 PEM file with an RSA key
 * @param acceptedKeyFiles further keys, as {@code signingKeyFile}, whose tokens are good: while keys are rotated, the next or the former one
 * @param createSigningKey whether a missing key is made at start, in the data folder unless {@code signingKeyFile} is set
 * @param logIn how many failed log-ins are let through
 */
@ConfigurationProperties("daybook.identity")
record IdentitySettings(
        @DefaultValue("15m") Duration accessTokenTtl,
        @DefaultValue("30d") Duration refreshTokenTtl,
        @DefaultValue("10s") Duration refreshTokenLeeway,
        @DefaultValue("daybook") String issuer,
        @Nullable String signingKeyFile,
        @DefaultValue List<String> acceptedKeyFiles,
        @DefaultValue("false") boolean createSigningKey,
        @DefaultValue LogIn logIn) {

    private static final Duration LONGEST_LEEWAY = Duration.ofMinutes(1);

    IdentitySettings {
        if (accessTokenTtl.toSeconds() < 1)
            throw new IllegalArgumentException("daybook.identity.access-token-ttl must be a second or more");
        // an access token must not outlive the row that can revoke it
        if (refreshTokenTtl.compareTo(accessTokenTtl) < 0)
            throw new IllegalArgumentException(
                    "daybook.identity.refresh-token-ttl must not be shorter than daybook.identity.access-token-ttl");
        // within it nobody would notice a thief
        if (refreshTokenLeeway.isNegative() || refreshTokenLeeway.compareTo(LONGEST_LEEWAY) > 0)
            throw new IllegalArgumentException("daybook.identity.refresh-token-leeway must be between 0s and 1m");
        if (issuer.isBlank()) throw new IllegalArgumentException("daybook.identity.issuer must not be blank");
        if (signingKeyFile != null && signingKeyFile.isBlank()) signingKeyFile = null;
        acceptedKeyFiles = List.copyOf(acceptedKeyFiles);
    }

    /**
     * @param failuresPerAccount failed attempts let through per account and {@code period}
     * @param failuresPerAddress failed attempts let through per client address and {@code period}
     */
    record LogIn(
            @DefaultValue("5") int failuresPerAccount,
            @DefaultValue("20") int failuresPerAddress,
            @DefaultValue("1m") Duration period) {
        LogIn {
            if (failuresPerAccount < 1 || failuresPerAddress < 1)
                throw new IllegalArgumentException(
                        "daybook.identity.log-in.failures-per-account and .failures-per-address must be 1 or more");
            if (period.toMillis() < 1)
                throw new IllegalArgumentException("daybook.identity.log-in.period must be a millisecond or more");
        }
    }
}
