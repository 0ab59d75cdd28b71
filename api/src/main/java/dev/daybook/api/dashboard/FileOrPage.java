package dev.daybook.api.dashboard;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A file where there is one; for browsers, which show the dashboard's views at addresses of their own, the page elsewhere. */
class FileOrPage implements HttpRequestHandler {
    /** At these addresses it is there for every client. */
    private static final Set<String> THE_PAGE_ITSELF = Set.of("/", "/index.html");

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final HttpRequestHandler files;
    private final HttpRequestHandler page;

    FileOrPage(HttpRequestHandler files, HttpRequestHandler page) {
        this.files = files;
        this.page = page;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (THE_PAGE_ITSELF.contains(request.getServletPath())) {
            page.handleRequest(request, response);
            return;
        }
        try {
            files.handleRequest(request, response);
        } catch (NoResourceFoundException none) {
            if (!asksForAPage(request)) throw none;
            page.handleRequest(request, response);
        }
    }

    /** By name: what takes anything, as most programs do, would take a page for what it asked for. */
    private static boolean asksForAPage(HttpServletRequest request) {
        if (!READS.contains(request.getMethod())) return false;
        try {
            return new ServletServerHttpRequest(request)
                    .getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
