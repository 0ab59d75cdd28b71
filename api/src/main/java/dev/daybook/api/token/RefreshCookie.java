package dev.daybook.api.token;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The refresh token of a page: in a cookie that no script can read and that only the token endpoint gets. */
final class RefreshCookie {
    static final String NAME = "daybook-refresh";

    private static final String PATH = "/api/token";

    private RefreshCookie() {}

    static Optional<String> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    /**
     * Refuses pages of others, which could sign a visitor out, or in as somebody else. Clients that are no browsers do not say
     * where a request comes from, and need not: they have no cookie but their own.
     */
    static void requireOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin"))
            throw new OAuthRefusal("invalid_request", "The cookie is for pages of this origin only.");
    }

    static void keep(String token, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        set(token, lifetime, request, response);
    }

    static void delete(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(String token, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, token)
                .path(PATH)
                .maxAge(lifetime)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
