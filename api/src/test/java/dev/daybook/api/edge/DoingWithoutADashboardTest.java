package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EdgeTest
@TestPropertySource(properties = "daybook.dashboard.location=classpath:/no-dashboard/")
class DoingWithoutADashboardTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /           | text/html,*/*;q=0.8
                    /           | */*
                    /           | application/json
                    /index.html | text/html,*/*;q=0.8
                    /index.html | */*
                    """)
    void saysInThePlaceOfThePageWhyThereIsNone(String path, String accept) {
        Answer answer = EdgeClient.anyone(port).with("Accept", accept).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.body()).contains("npm was missing").contains("/api").contains("/swagger-ui");
        assertThat(answer.body().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/favicon.svg", "/assets/app.js"})
    void hasNoPageAndNoFile(String path) {
        Answer answer = EdgeClient.anyone(port).with("Accept", "text/html").get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void answersTheRestAsEver() {
        assertThat(EdgeClient.anyone(port).get("/api").at("/name")).isEqualTo("Daybook");
        assertThat(EdgeClient.anyone(port).get("/swagger-ui/index.html").status())
                .isEqualTo(200);
    }
}
