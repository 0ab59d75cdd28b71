package dev.daybook.api.root;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Service")
@RestController
class RootController {
    private final Root root;

    RootController(
            @Value("${daybook.engine}") String engine, ObjectProvider<BuildProperties> build, Environment environment) {
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? "development" : properties.getVersion();
        this.root = new Root("Daybook", version == null ? "development" : version, engine, links(environment));
    }

    @Operation(summary = "What this service is")
    @GetMapping("/api")
    Root root() {
        return root;
    }

    private static Map<String, String> links(Environment environment) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("products", "/api/products");
        links.put("categories", "/api/categories");
        links.put("cart", "/api/cart");
        links.put("orders", "/api/orders");
        links.put("orderStatuses", "/api/orders/statuses");
        links.put("me", "/api/users/me");
        links.put("register", "/api/users/register");
        links.put("token", "/api/token");
        links.put("documentation", "/swagger-ui");
        links.put("openapi", "/v3/api-docs");
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) links.put("health", "/actuator/health");
        return links;
    }

    /** Name, version, engine and links. */
    record Root(
            @Schema(example = "Daybook") String name,
            @Schema(example = "1.0.0") String version,

            @Schema(
                    example = "embedded",
                    allowableValues = {"embedded", "mysql", "axonserver"})
            String engine,

            Map<String, String> links) {}
}
