package dev.daybook.api.openapi;

import dev.daybook.api.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String SIGNED_IN = "password";

    /** Which operations need no token; all others do. */
    private static final Set<String> OPEN = Set.of(
            "GET /api",
            "GET /problems/{code}",
            "POST /api/users/register",
            "POST /api/token",
            "POST /api/token/revoke",
            "GET /api/products",
            "GET /api/products/{id}",
            "GET /api/categories",
            "GET /api/orders/statuses");

    /** Which operations are for administrators, besides all under /api/admin. */
    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            "GET /api/users",
            "PUT /api/users/{id}/roles",
            "POST /api/products",
            "PUT /api/products/{id}",
            "DELETE /api/products/{id}",
            "GET /api/products/{id}/stock",
            "POST /api/products/{id}/stock",
            "GET /api/carts",
            "PUT /api/orders/{id}/status");

    @Bean
    OpenAPI daybook() {
        return new OpenAPI()
                .info(new Info()
                        .title("Daybook")
                        .description("A shop's back end whose history is an append-only book of events."
                                + " Log in with the Authorize button; errors are RFC 9457 problem documents.")
                        .version("v1")
                        .license(new License().name("Apache 2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                SIGNED_IN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .password(new OAuthFlow()
                                                        .tokenUrl("/api/token")
                                                        .refreshUrl("/api/token")
                                                        .scopes(new Scopes())))));
    }

    @Bean
    OpenApiCustomizer problemsAndSecurity() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        };
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.startsWith("/api/token")) return; // speaks OAuth, see its own description
        ApiResponses responses = operation.getResponses();
        boolean open = OPEN.contains(method + " " + path);
        boolean writes = method != PathItem.HttpMethod.GET;
        boolean hasBody = operation.getRequestBody() != null;
        boolean hasParameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(SIGNED_IN));
            add(responses, 401, "UNAUTHENTICATED", "Not signed in", "An access token is needed.");
        }
        if (path.startsWith("/api/admin/") || FOR_ADMINISTRATORS.contains(method + " " + path)) {
            String more = operation.getDescription();
            operation.setDescription("For administrators." + (more == null ? "" : " " + more));
            add(responses, 403, "FORBIDDEN", "Not allowed", "Your account may not do this.");
        }
        if (hasBody) {
            add(responses, 400, "MALFORMED_REQUEST", "Malformed request", "The request is malformed.");
            add(responses, 413, "BODY_TOO_LARGE", "Body too large", "The body is larger than 64 KiB.");
            add(
                    responses,
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Unsupported media type",
                    "The body has a media type that is not taken.");
        }
        if (hasBody || hasParameters)
            add(responses, 422, "INVALID_REQUEST", "Invalid request", "The request is invalid.");
        if (path.contains("{")) add(responses, 404, "NOT_FOUND", "Not found", "There is no such resource.");
        if (writes) {
            add(responses, 409, "CONCURRENT_CHANGE", "Refused by a rule", "The code says by which.");
            if (!path.startsWith("/api/users") && !path.endsWith("/view") && !responses.containsKey("202"))
                responses.addApiResponse(
                        "202", new ApiResponse().description("Done, but not shown yet: look at Location in a moment"));
        }
        if (takesPreconditions(operation))
            add(
                    responses,
                    412,
                    "PRECONDITION_FAILED",
                    "Changed meanwhile",
                    "The resource has changed since that version.");
        add(responses, 429, "TOO_MANY_REQUESTS", "Too many requests", "More than 600 requests a minute.");
        add(responses, 503, "UNAVAILABLE", "Away for a moment", "A part of the service is away. Try again.");
    }

    private static boolean takesPreconditions(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static void add(ApiResponses responses, int status, String code, String title, String detail) {
        if (responses.containsKey(String.valueOf(status))) return;
        var response = new ApiResponse().description(title);
        responses.addApiResponse(String.valueOf(status), response);
        var example = Map.of(
                "type", Problem.typeOf(code),
                "title", title,
                "status", status,
                "detail", detail,
                "code", code,
                "traceId", "0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90");
        response.content(new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                .addExamples(code, new Example().value(example))));
    }
}
