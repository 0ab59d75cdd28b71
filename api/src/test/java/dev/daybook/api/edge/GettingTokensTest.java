package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class GettingTokensTest {
    @LocalServerPort
    int port;

    private EdgeClient client;

    @BeforeEach
    void startAfresh() {
        client = EdgeClient.anyone(port).with("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void answersByTheLetterOfTheStandard() {
        Answer answer = client.post("/api/token", "grant_type=password&username=ada&password=right&scope=&client_id=x");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(EdgeClient.json("""
                        {"access_token":"ada","token_type":"Bearer","expires_in":900,"refresh_token":"refresh"}"""));
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    grant_type=password&username=ada&password=wrong       | invalid_grant
                    grant_type=refresh_token&refresh_token=used           | invalid_grant
                    grant_type=client_credentials                         | unsupported_grant_type
                    username=ada&password=right                           | invalid_request
                    grant_type=&username=ada                              | invalid_request
                    grant_type=password&username=ada                      | invalid_request
                    grant_type=password&username=ada&username=bob&password=right | invalid_request
                    grant_type=password&username=%zz&password=right       | invalid_request
                    """)
    void refusesInTheWordsOfTheStandard(String form, String error) {
        Answer answer = client.post("/api/token", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error")).isEqualTo(error);
        assertThat(answer.at("/error_description")).isNotBlank();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*", "text/plain", "multipart/form-data"})
    void takesAFormAndNothingElse(String contentType) {
        Answer answer = EdgeClient.anyone(port)
                .with("Content-Type", contentType)
                .post("/api/token", "grant_type=password&username=ada&password=right");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error")).isEqualTo("invalid_request");
    }

    @Test
    void readsNoSecretFromTheAddress() {
        Answer answer = client.post("/api/token?username=ada&password=right", "grant_type=password");

        assertThat(answer.at("/error")).isEqualTo("invalid_request");
    }

    @Test
    void takesFormsOnly() {
        Answer answer = EdgeClient.anyone(port).post("/api/token", "{\"grant_type\":\"password\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error")).isEqualTo("invalid_request");
    }

    @Test
    void makesWaitWhoTriedTooOften() {
        Answer answer = client.post("/api/token", "grant_type=password&username=throttled&password=right");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void isOpenToWhoStillShowsAnOldToken() {
        Answer answer = client.as("expired").post("/api/token", "grant_type=password&username=ada&password=right");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void revokesWhateverItIsGiven() {
        assertThat(client.post("/api/token/revoke", "token=unknown&token_type_hint=refresh_token")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/api/token/revoke", "").at("/error")).isEqualTo("invalid_request");
    }
}
