package dev.daybook.api.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.daybook.api.problem.Problem;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.RefreshTokenKeeper;
import dev.daybook.identity.contract.TokenPair;
import dev.daybook.identity.contract.Tokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Tokens")
@RestController
class TokenController {
    private final Tokens tokens;
    private final Counter throttled;

    TokenController(Tokens tokens, MeterRegistry meters) {
        this.tokens = tokens;
        this.throttled = Counter.builder("daybook.log.ins.throttled")
                .description("Log-ins turned away after too many failed attempts")
                .register(meters);
    }

    @Operation(
            summary = "Log in, or trade a refresh token for new ones (RFC 6749)",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = TokenRequest.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "password",
                                                        value = "{\"grant_type\": \"password\", \"username\": \"demo\","
                                                                + " \"password\": \"demo-password\"}"),
                                                @ExampleObject(
                                                        name = "refresh_token",
                                                        value = "{\"grant_type\": \"refresh_token\","
                                                                + " \"refresh_token\": \"…\"}")
                                            })))
    @ApiResponse(responseCode = "200", description = "New tokens")
    @ApiResponse(
            responseCode = "400",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many failed attempts; Retry-After says how long to wait",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @PostMapping(path = "/api/token", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenResponse> token(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenForm form = TokenForm.read(request);
        String grant = form.require("grant_type");
        boolean byCookie = grant.equals("refresh_token")
                && form.find("refresh_token").isEmpty()
                && RefreshCookie.find(request).isPresent();
        boolean intoCookie = wantsCookie(form) || byCookie;
        if (intoCookie) RefreshCookie.requireOwnPage(request);
        RefreshTokenKeeper keeper = intoCookie ? RefreshTokenKeeper.BROWSER : RefreshTokenKeeper.CLIENT;
        TokenPair pair = switch (grant) {
            case "password" ->
                tokens.byPassword(form.require("username"), form.require("password"), request.getRemoteAddr(), keeper);
            case "refresh_token" ->
                byCookie ? byCookie(request, response) : tokens.byRefreshToken(form.require("refresh_token"), keeper);
            default -> throw new OAuthRefusal("unsupported_grant_type", "Only password and refresh_token are known.");
        };
        if (intoCookie) RefreshCookie.keep(pair.refreshToken(), pair.refreshTokenExpiresIn(), request, response);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(new TokenResponse(
                        pair.accessToken(),
                        "Bearer",
                        pair.expiresIn().toSeconds(),
                        intoCookie ? null : pair.refreshToken()));
    }

    private static boolean wantsCookie(TokenForm form) {
        Optional<String> delivery = form.find("refresh_token_delivery");
        if (delivery.isPresent() && !delivery.get().equals("cookie"))
            throw new OAuthRefusal("invalid_request", "The parameter refresh_token_delivery can only be cookie.");
        return delivery.isPresent();
    }

    private TokenPair byCookie(HttpServletRequest request, HttpServletResponse response) {
        try {
            return tokens.byRefreshToken(RefreshCookie.find(request).orElseThrow(), RefreshTokenKeeper.BROWSER);
        } catch (IdentityException refusal) {
            if (refusal.problem() == IdentityProblem.INVALID_GRANT) RefreshCookie.delete(request, response);
            throw refusal;
        }
    }

    @Operation(
            summary = "Log out: end the session of a token (RFC 7009)",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = RevocationRequest.class),
                                            examples = @ExampleObject(value = "{\"token\": \"…\"}"))))
    @ApiResponse(responseCode = "200", description = "Ended, or never was")
    @ApiResponse(
            responseCode = "400",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says how long to wait",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = Problem.class)))
    @PostMapping("/api/token/revoke")
    ResponseEntity<Void> revoke(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenForm form = TokenForm.read(request);
        Optional<String> kept = RefreshCookie.find(request);
        if (form.find("token").isEmpty() && kept.isPresent()) {
            RefreshCookie.requireOwnPage(request);
            tokens.revoke(kept.get());
            RefreshCookie.delete(request, response);
        } else {
            tokens.revoke(form.require("token"));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.PRAGMA, "no-cache")
                .build();
    }

    @ExceptionHandler
    ResponseEntity<OAuthError> on(OAuthRefusal refusal) {
        return answer(400, refusal.error(), refusal.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<OAuthError> on(IdentityException refusal) {
        if (refusal.problem() == IdentityProblem.TOO_MANY_ATTEMPTS) {
            throttled.increment();
            return answer(
                    429,
                    "temporarily_unavailable",
                    "Too many failed attempts.",
                    refusal.retryAfter().orElse(Duration.ofMinutes(1)));
        }
        return answer(400, "invalid_grant", refusal.getMessage(), null);
    }

    private static ResponseEntity<OAuthError> answer(
            int status, String error, @Nullable String description, @Nullable Duration retryAfter) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.PRAGMA, "no-cache");
        if (retryAfter != null)
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        return answer.body(new OAuthError(error, description));
    }

    record TokenRequest(
            @JsonProperty("grant_type") @Schema(allowableValues = {"password", "refresh_token"})
            String grantType,

            @Nullable String username,
            @Schema(format = "password") @Nullable String password,

            @JsonProperty("refresh_token")
            @Schema(description = "The one of the cookie daybook-refresh unless given")
            @Nullable
            String refreshToken,

            @JsonProperty("refresh_token_delivery")
            @Schema(
                    allowableValues = "cookie",
                    description = "For pages of this origin: the refresh token comes in the HttpOnly cookie"
                            + " daybook-refresh, not in the answer")
            @Nullable
            String refreshTokenDelivery) {}

    record RevocationRequest(
            @Schema(description = "The one of the cookie daybook-refresh unless given") @Nullable
            String token,

            @JsonProperty("token_type_hint") @Nullable String tokenTypeHint) {}

    record TokenResponse(
            @JsonProperty("access_token") String accessToken,

            @JsonProperty("token_type") @Schema(example = "Bearer")
            String tokenType,

            @JsonProperty("expires_in") @Schema(example = "900")
            long expiresIn,

            @JsonProperty("refresh_token")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Not there when it was delivered by cookie")
            @Nullable
            String refreshToken) {}

    record OAuthError(
            @Schema(example = "invalid_grant") String error,

            @JsonProperty("error_description") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String errorDescription) {}
}
