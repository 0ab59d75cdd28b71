package dev.daybook.identity.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.Role;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs access tokens and reads them back; whether their session still goes on is for {@link Sessions} to say. */
@Component
class AccessTokens {
    private static final String ROLES = "roles";
    private static final String SESSION = "sid";
    private static final int MOST_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final IdentitySettings settings;
    private final Clock clock;
    private final JwtParser parser;
    /** What intact tokens say: a signature costs more to verify than most of what is asked with it. */
    private final Cache<String, Content> intact =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    AccessTokens(SigningKeys keys, IdentitySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        // one algorithm only: the token's header must not choose how it is verified
        parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .and()
                .keyLocator(header -> keyOf(header, keys))
                .requireIssuer(settings.issuer())
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    private static @Nullable Key keyOf(Header header, SigningKeys keys) {
        String id = header instanceof JwsHeader signed ? signed.getKeyId() : null;
        return id == null ? null : keys.verifying().get(id);
    }

    /** What an intact access token in time says. */
    record Content(Caller caller, String sessionId, Instant expiresAt) {}

    String sign(String accountId, Set<Role> roles, String sessionId) {
        Instant now = clock.instant();
        return Jwts.builder()
                .header()
                .keyId(keys.id())
                .and()
                .issuer(settings.issuer())
                .subject(accountId)
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(settings.accessTokenTtl())))
                .claim(ROLES, roles.stream().map(Role::name).sorted().toList())
                .claim(SESSION, sessionId)
                .signWith(keys.signing(), Jwts.SIG.RS256)
                .compact();
    }

    /** Empty for whatever is not a token that {@link #sign} made and that is still in time. */
    Optional<Content> read(String token) {
        Content known = intact.getIfPresent(token);
        if (known != null && !clock.instant().isAfter(known.expiresAt())) return Optional.of(known);
        Optional<Content> content = parse(token);
        content.ifPresent(said -> intact.put(token, said));
        return content;
    }

    private Optional<Content> parse(String token) {
        try {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            Collection<?> names = claims.get(ROLES, List.class);
            Set<Role> roles =
                    names.stream().map(name -> Role.valueOf((String) name)).collect(Collectors.toUnmodifiableSet());
            return Optional.of(new Content(
                    new Caller(claims.getSubject(), roles),
                    claims.get(SESSION, String.class),
                    claims.getExpiration().toInstant()));
        } catch (JwtException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
