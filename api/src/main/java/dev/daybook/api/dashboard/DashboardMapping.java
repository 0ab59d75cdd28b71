package dev.daybook.api.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What no controller takes and nobody else's path begins is the dashboard's. */
class DashboardMapping extends SimpleUrlHandlerMapping {
    /** Whatever these hold is no page of the dashboard, also where there is nothing. */
    private static final List<String> OF_OTHERS =
            List.of("/api", "/actuator", "/v3/api-docs", "/swagger-ui", "/problems", "/webjars");

    DashboardMapping(HttpRequestHandler assets, HttpRequestHandler filesAndPage) {
        super(
                inOrder(assets, filesAndPage),
                Ordered.LOWEST_PRECEDENCE - 2); // before the static resources of Spring Boot
    }

    private static Map<String, HttpRequestHandler> inOrder(HttpRequestHandler assets, HttpRequestHandler filesAndPage) {
        Map<String, HttpRequestHandler> handlers = new LinkedHashMap<>();
        handlers.put("/assets/**", assets);
        handlers.put("/**", filesAndPage);
        return handlers;
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws Exception {
        return isOfOthers(request.getServletPath()) ? null : super.getHandlerInternal(request);
    }

    private static boolean isOfOthers(String path) {
        return OF_OTHERS.stream().anyMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
