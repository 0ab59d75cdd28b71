package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EdgeTest
@TestPropertySource(
        properties = {
            "daybook.rate-limit.enabled=true",
            "daybook.rate-limit.anonymous-per-minute=3",
            "daybook.rate-limit.user-per-minute=5"
        })
class LimitingRequestsTest {
    @LocalServerPort
    int port;

    @Test
    void givesEachAccountAndEachAddressABucketOfItsOwn() {
        EdgeClient anyone = EdgeClient.anyone(port);
        Answer first = anyone.get("/api");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=3;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"anonymous\";r=2;t=");
        // a token that is no good counts for the address
        assertThat(anyone.as("expired").get("/api").status()).isEqualTo(401);
        assertThat(anyone.get("/api/nothing").status()).isEqualTo(404);

        Answer refused = anyone.get("/api");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.at("/code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(anyone.with("X-Forwarded-For", "10.0.0.1").get("/api").status())
                .isEqualTo(429);
        for (String counted : List.of("/api/nothing", "/%61pi", "/problems/not-found"))
            assertThat(anyone.get(counted).status()).as(counted).isEqualTo(429);
        for (String uncounted : List.of("/", "/actuator/health", "/swagger-ui/index.html", "/v3/api-docs")) {
            Answer answer = anyone.get(uncounted);
            assertThat(answer.status()).as(uncounted).isEqualTo(200);
            assertThat(answer.header("RateLimit")).as(uncounted).isEmpty();
        }

        for (int i = 0; i < 5; i++)
            assertThat(anyone.as("ada").get("/api").status()).isEqualTo(200);
        assertThat(anyone.as("ada").get("/api").status()).isEqualTo(429);
        assertThat(anyone.as("bob").get("/api").status()).isEqualTo(200);
    }
}
