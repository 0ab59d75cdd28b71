package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@EdgeTest
class DescribingItselfTest {
    private static final Set<String> REQUESTS = Set.of(
            "AccountChange",
            "Cancellation",
            "CartAddition",
            "CartQuantity",
            "Checkout",
            "NewPayment",
            "NewProduct",
            "PasswordChange",
            "ProductChange",
            "Registration",
            "RevocationRequest",
            "Roles",
            "StatusChange",
            "StockChange",
            "TokenRequest");

    @LocalServerPort
    int port;

    @Test
    void describesEveryOperationWithASummaryAndItsProblems() {
        JsonNode api = EdgeClient.anyone(port).get("/v3/api-docs").json();

        assertThat(api.at("/components/securitySchemes/password/flows/password/tokenUrl")
                        .asString())
                .isEqualTo("/api/token");
        List<String> poor = new ArrayList<>();
        api.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation
                                        .getValue()
                                        .path("summary")
                                        .asString("")
                                        .isBlank()
                                || !operation.getValue().path("responses").has("429"))
                        .forEach(operation -> poor.add(operation.getKey() + " " + path.getKey())));
        assertThat(poor).isEmpty();
        assertThat(api.path("paths").size()).isGreaterThan(35);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users, get, true",
        "/api/users/{id}/roles, put, true",
        "/api/products, post, true",
        "/api/products, get, false",
        "/api/products/{id}, put, true",
        "/api/products/{id}, delete, true",
        "/api/products/{id}/stock, get, true",
        "/api/products/{id}/stock, post, true",
        "/api/products/{id}/view, post, false",
        "/api/carts, get, true",
        "/api/cart, get, false",
        "/api/orders/{id}/status, put, true",
        "/api/orders/{id}, get, false",
        "/api/admin/audit, get, true"
    })
    void marksWhatIsForAdministrators(String path, String method, boolean forAdministrators) {
        JsonNode operation = EdgeClient.anyone(port)
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .path(path)
                .path(method);

        assertThat(operation.path("summary").asString("")).isNotBlank();
        assertThat(operation.path("description").asString("").startsWith("For administrators."))
                .isEqualTo(forAdministrators);
        assertThat(operation.path("responses").has("403")).isEqualTo(forAdministrators);
    }

    @Test
    void saysThatAnAnswerHasAllItsMembers() {
        List<String> optional = new ArrayList<>();
        schemas()
                .propertyStream()
                .filter(schema -> !REQUESTS.contains(schema.getKey()))
                .forEach(schema -> schema.getValue().path("properties").propertyNames().stream()
                        .filter(name ->
                                !texts(schema.getValue().path("required")).contains(name))
                        .forEach(name -> optional.add(schema.getKey() + "." + name)));

        assertThat(optional)
                .containsExactlyInAnyOrder(
                        "Problem.errors", "OAuthError.error_description", "TokenResponse.refresh_token");
    }

    @Test
    void saysWhatMayBeNull() {
        JsonNode schemas = schemas();

        assertThat(schemas.at("/Order/properties/payment/oneOf/0/$ref").asString())
                .isEqualTo("#/components/schemas/OrderPayment");
        assertThat(schemas.at("/Order/properties/payment/oneOf/1/type").asString())
                .isEqualTo("null");
        assertThat(texts(schemas.at("/PageOrder/properties/nextCursor/type"))).containsExactly("string", "null");
        assertThat(schemas.at("/Order/properties/statusLabel/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Money/properties/amount/type").asString()).isEqualTo("string");
    }

    @Test
    void saysWhatARequestMayLeaveOut() {
        JsonNode schemas = schemas();

        assertThat(texts(schemas.at("/NewProduct/required")))
                .containsExactlyInAnyOrder("sku", "name", "category", "price");
        assertThat(texts(schemas.at("/Money/required"))).containsExactlyInAnyOrder("amount", "currency");
        assertThat(texts(schemas.at("/Cancellation/required"))).isEmpty();
        assertThat(schemas.at("/Cancellation/properties/reason/enum").values())
                .last()
                .matches(JsonNode::isNull);
    }

    @Test
    void givesEveryOperationANameOfItsOwn() {
        List<String> names = EdgeClient.anyone(port).get("/v3/api-docs").json().path("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-zA-Z]+"));
    }

    @Test
    void givesAnExampleOfEveryBody() {
        JsonNode revocation = EdgeClient.anyone(port)
                .get("/v3/api-docs")
                .json()
                .at("/paths/~1api~1token~1revoke/post/requestBody/content");

        assertThat(revocation.path("application/x-www-form-urlencoded").toString())
                .contains("example");
    }

    @Test
    void hasAPageToTryItOn() {
        assertThat(EdgeClient.anyone(port).get("/swagger-ui/index.html").status())
                .isEqualTo(200);
    }

    @Test
    void saysAtTheDoorWhatItIs() {
        Answer root = EdgeClient.anyone(port).get("/api");

        assertThat(root.at("/name")).isEqualTo("Daybook");
        assertThat(root.at("/engine")).isEqualTo("embedded");
        assertThat(root.at("/links/products")).isEqualTo("/api/products");
    }

    private JsonNode schemas() {
        return EdgeClient.anyone(port).get("/v3/api-docs").json().at("/components/schemas");
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
