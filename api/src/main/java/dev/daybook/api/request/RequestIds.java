package dev.daybook.api.request;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of a request: the client's, where it sends a plain one, or a new one. */
public final class RequestIds {
    public static final String HEADER = "X-Request-Id";
    public static final String LOG_KEY = "requestId";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ATTRIBUTE = RequestIds.class.getName();

    private RequestIds() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) return known;
        String sent = request.getHeader(HEADER);
        String id = sent != null && PLAIN.matcher(sent).matches()
                ? sent
                : UuidCreator.getTimeOrderedEpoch().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The id of the request that this thread is answering, if it is answering one. */
    public static @Nullable String current() {
        return MDC.get(LOG_KEY);
    }
}
