package dev.daybook.api.dashboard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.WebContentGenerator;

/** The page, each time with another nonce: the styles that its components insert name it, and no others are applied. */
class DashboardPage extends WebContentGenerator implements HttpRequestHandler {
    private static final String PLACEHOLDER = "__CSP_NONCE__";
    private static final String MAY_LOAD = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final int NONCE_BYTES = 18;

    private final String html;
    private final SecureRandom random = new SecureRandom();

    DashboardPage(String html) {
        super(METHOD_GET, METHOD_HEAD);
        this.html = html;
        setCacheControl(CacheControl.noStore());
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        checkRequest(request);
        prepareResponse(response);
        String nonce = nonce();
        response.setHeader("Content-Security-Policy", MAY_LOAD.formatted(nonce));
        TextBody.write("text/html", html.replace(PLACEHOLDER, nonce), request, response);
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
