package dev.daybook.api.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tomcat's own errors, for requests too broken to reach the application, without its HTML pages. */
public class ProblemReportValve extends ErrorReportValve {
    private static final String DOCUMENT = """
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","code":"%s","traceId":"none"}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        String document = status < 500
                ? DOCUMENT.formatted(
                        "malformed-request",
                        "Malformed request",
                        status,
                        "The request cannot be read.",
                        "MALFORMED_REQUEST")
                : DOCUMENT.formatted(
                        "internal-error",
                        "Something went wrong",
                        status,
                        "Something went wrong here.",
                        "INTERNAL_ERROR");
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException clientHasGone) {
            container.getLogger().debug("no one is left to answer", clientHasGone);
        }
    }
}
