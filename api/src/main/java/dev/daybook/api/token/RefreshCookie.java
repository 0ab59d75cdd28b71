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
        if (!isOfOwnPage(request))
            throw new OAuthRefusal("invalid_request", "The cookie is for pages of this origin only.");
    }

    private static boolean isOfOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        // over plain http, but on localhost, a browser tells the page's origin only
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(originOf(request));
    }

    private static String originOf(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
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
