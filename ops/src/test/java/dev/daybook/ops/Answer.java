package dev.daybook.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    /** Empty where there is none. */
    String header(String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body());
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    Answer expect(int status) {
        assertThat(status())
                .as("%s %s answered %s", response.request().method(), response.uri(), body())
                .isEqualTo(status);
        return this;
    }

    /** Expects a problem document with all members that every one has. */
    Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().propertyNames()).contains("type", "title", "status", "detail", "code", "traceId");
        assertThat(text("/code")).isEqualTo(code);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/traceId")).isEqualTo(header("X-Request-Id")).isNotBlank();
        return this;
    }
}
