package dev.daybook.api.token;

import dev.daybook.api.problem.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The form of a token request: read from the body alone, for secrets in an address end up in logs. */
class TokenForm {
    private final Map<String, String> fields = new HashMap<>();

    private TokenForm() {}

    static TokenForm read(HttpServletRequest request) throws IOException {
        if (!isForm(request.getContentType()))
            throw new OAuthRefusal("invalid_request", "The body must be application/x-www-form-urlencoded.");
        var form = new TokenForm();
        for (String pair : bodyOf(request).split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            // a parameter without a value counts as omitted (RFC 6749, 3.2)
            if (!value.isEmpty() && form.fields.put(name, value) != null)
                throw new OAuthRefusal("invalid_request", "A parameter is given twice.");
        }
        return form;
    }

    private static String bodyOf(HttpServletRequest request) throws IOException {
        try {
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (BodyTooLargeException tooLarge) {
            throw tooLarge;
        } catch (IOException brokenOff) {
            throw new OAuthRefusal("invalid_request", "The body cannot be read to its end.");
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    String require(String name) {
        return find(name)
                .orElseThrow(() -> new OAuthRefusal("invalid_request", "The parameter " + name + " is missing."));
    }

    private static boolean isForm(String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
                            MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException notOne) {
            return false;
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OAuthRefusal("invalid_request", "The body is not well-formed.");
        }
    }
}
