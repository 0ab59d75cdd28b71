package dev.daybook.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.identity.IdentityTest;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.TokenPair;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class VerifyingAccessTokensTest extends IdentityTest {
    @Autowired
    private SigningKeys keys;

    private AccountView account;
    private TokenPair genuine;
    private String sessionId;

    @BeforeEach
    void someoneIsLoggedIn() {
        account = registered();
        genuine = loggedIn(account);
        sessionId =
                database.sql("select id from token_family").query(String.class).single();
        assertGoodFor(account, forged().signWith(keys.signing(), Jwts.SIG.RS256).compact());
    }

    /** Just what a genuine token says, not signed yet. */
    private JwtBuilder forged() {
        return Jwts.builder()
                .header()
                .keyId(keys.id())
                .and()
                .issuer("daybook")
                .subject(account.id())
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(clock.instant().plusSeconds(60)))
                .claim("roles", List.of("USER"))
                .claim("sid", sessionId);
    }

    @Test
    void refusesNoAlgorithm() {
        assertThat(tokens.verify(forged().compact())).isEmpty();

        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String[] parts = genuine.accessToken().split("\\.");
        assertThat(tokens.verify(header + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.verify(header + "." + parts[1] + "." + parts[2])).isEmpty();
    }

    @Test
    void refusesAnotherKey() {
        KeyPair other = Jwts.SIG.RS256.keyPair().build();

        assertThat(tokens.verify(
                        forged().signWith(other.getPrivate(), Jwts.SIG.RS256).compact()))
                .isEmpty();
    }

    @Test
    void refusesAnotherKeysName() {
        assertThat(tokens.verify(forged().header()
                        .keyId("another")
                        .and()
                        .signWith(keys.signing(), Jwts.SIG.RS256)
                        .compact()))
                .isEmpty();
    }

    @Test
    void refusesAnotherAlgorithmWithTheRightKey() {
        assertThat(tokens.verify(
                        forged().signWith(keys.signing(), Jwts.SIG.RS512).compact()))
                .isEmpty();
        assertThat(tokens.verify(
                        forged().signWith(keys.signing(), Jwts.SIG.PS256).compact()))
                .isEmpty();
    }

    @Test
    void refusesThePublicKeyAsASharedSecret() {
        assertThat(tokens.verify(forged().signWith(Keys.hmacShaKeyFor(
                                keys.verifying().get(keys.id()).getEncoded()))
                        .compact()))
                .isEmpty();
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(tokens.verify(forged().issuer("elsewhere")
                        .signWith(keys.signing(), Jwts.SIG.RS256)
                        .compact()))
                .isEmpty();
    }

    @Test
    void refusesWhatWasTamperedWith() {
        String[] parts = genuine.accessToken().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = payload.replace("\"USER\"", "\"ADMIN\"");
        assertThat(promoted).isNotEqualTo(payload);
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(promoted.getBytes(StandardCharsets.UTF_8));

        assertThat(tokens.verify(parts[0] + "." + encoded + "." + parts[2])).isEmpty();
    }

    @Test
    void refusesAfterFifteenMinutes() {
        clock.advance(Duration.ofMinutes(15).minusSeconds(2));
        assertGoodFor(account, genuine.accessToken());

        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(genuine.accessToken())).isEmpty();
    }

    @Test
    void refusesASessionThatNeverWas() {
        assertThat(tokens.verify(forged().claim("sid", "no-session")
                        .signWith(keys.signing(), Jwts.SIG.RS256)
                        .compact()))
                .isEmpty();
    }

    @Test
    void refusesARefreshToken() {
        assertThat(tokens.verify(genuine.refreshToken())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "Bearer x", "\u0000"})
    void refusesRubbish(String token) {
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void findsTheClaimsThatWerePromised() {
        accounts.setRoles(account.id(), Set.of(Role.ADMIN));
        String payload = loggedIn(account).accessToken().split("\\.")[1];
        Map<?, ?> claims = Jwts.parser()
                .verifyWith(keys.verifying().get(keys.id()))
                .clock(() -> Date.from(clock.instant()))
                .build()
                .parseSignedClaims(loggedIn(account).accessToken())
                .getPayload();

        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .doesNotContain(account.username(), "example.org");
        assertThat(claims.keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("iss", "sub", "jti", "iat", "exp", "roles", "sid");
        assertThat(claims.get("sub")).isEqualTo(account.id());
        assertThat(claims.get("roles")).isEqualTo(List.of("ADMIN", "USER"));
    }
}
