package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@EdgeTest
class DescribingItselfTest {
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
        assertThat(poor).containsExactly("post /api/token/revoke");
        assertThat(api.path("paths").size()).isGreaterThan(35);
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
}
