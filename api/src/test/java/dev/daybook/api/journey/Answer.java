package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop answered. */
record Answer(HttpResponse<String> response) {
    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body; a missing node when there is none. */
    JsonNode json() {
        return body().isEmpty() ? JSON.missingNode() : JSON.readTree(body());
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    Answer expect(int status) {
        assertThat(status())
                .as(
                        "%s %s answered %s",
                        response.request().method(), response.request().uri(), body())
                .isEqualTo(status);
        return this;
    }

    /** Expects a problem document with this status and code. */
    Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/code")).as(body()).isEqualTo(code);
        return this;
    }
}
