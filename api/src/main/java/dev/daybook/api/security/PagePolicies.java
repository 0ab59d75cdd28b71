package dev.daybook.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser lets an answer do when it is shown as a page. */
final class PagePolicies {
    /** Of what browsers have to give away; that a page fills the clipboard is a click of its user, and stays. */
    static final String NO_PERMISSIONS = Stream.of(
                    "accelerometer",
                    "autoplay",
                    "camera",
                    "display-capture",
                    "encrypted-media",
                    "fullscreen",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "picture-in-picture",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "usb",
                    "xr-spatial-tracking")
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));

    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI has icons in its style sheet, and styles in its elements. */
    private static final String DOCUMENTATION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PagePolicies() {}

    /** Unless the answer brings its own. */
    static void writeContentPolicy(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(CONTENT_POLICY)) return;
        boolean documentation = request.getServletPath().startsWith("/swagger-ui/");
        response.setHeader(CONTENT_POLICY, documentation ? DOCUMENTATION : NOTHING);
    }
}
