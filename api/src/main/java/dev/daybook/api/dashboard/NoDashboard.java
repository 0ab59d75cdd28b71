package dev.daybook.api.dashboard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.WebContentGenerator;

/** What a visitor is told where there is no page. */
class NoDashboard extends WebContentGenerator implements HttpRequestHandler {
    /** A gateway asks for the page by its own address. */
    private static final Set<String> AT = Set.of("/", "/index.html");

    private static final String WHY = """
            This build of Daybook has no dashboard, because npm was missing when it was built.
            The API is at /api, its documentation at /swagger-ui.
            """;

    NoDashboard() {
        super(METHOD_GET, METHOD_HEAD);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        checkRequest(request);
        String path = request.getServletPath();
        if (!AT.contains(path))
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), path);
        TextBody.write("text/plain", WHY, request, response);
    }
}
