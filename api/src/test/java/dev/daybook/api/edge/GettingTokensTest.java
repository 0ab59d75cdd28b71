package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class GettingTokensTest {
    private static final String LOG_IN = "grant_type=password&username=ada&password=right";
    private static final String BY_COOKIE = "&refresh_token_delivery=cookie";

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

    @Test
    void deliversTheRefreshTokenByCookieWhereAsked() {
        Answer answer = client.with("Sec-Fetch-Site", "same-origin").post("/api/token", LOG_IN + BY_COOKIE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(EdgeClient.json("""
                        {"access_token":"ada","token_type":"Bearer","expires_in":900}"""));
        assertThat(cookieIn(answer))
                .containsExactlyInAnyOrder(
                        "daybook-refresh=refresh.kept",
                        "Path=/api/token",
                        "Max-Age=2592000",
                        "HttpOnly",
                        "SameSite=Strict");
    }

    @Test
    void setsNoCookieWhereNotAsked() {
        Answer loggedIn = client.with("Cookie", "daybook-refresh=refresh").post("/api/token", LOG_IN);
        Answer refreshed = client.with("Cookie", "daybook-refresh=refresh")
                .post("/api/token", "grant_type=refresh_token&refresh_token=refresh-own");

        assertThat(loggedIn.at("/refresh_token")).isEqualTo("refresh");
        assertThat(loggedIn.header("Set-Cookie")).isEmpty();
        assertThat(refreshed.at("/refresh_token")).isEqualTo("refresh-own-next");
        assertThat(refreshed.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "Cookie", "cookie,body"})
    void deliversByCookieOrAsEverAndNotElsewise(String delivery) {
        Answer answer = client.post("/api/token", LOG_IN + "&refresh_token_delivery=" + delivery);

        assertRefused(answer, "invalid_request");
    }

    @Test
    void tradesTheTokenOfTheCookieForAnotherCookie() {
        Answer answer = client.with("Cookie", "theme=dark; daybook-refresh=refresh.kept")
                .post("/api/token", "grant_type=refresh_token");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/access_token")).isEqualTo("ada");
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(cookieIn(answer)).contains("daybook-refresh=refresh.kept-next.kept", "Max-Age=2592000");
    }

    @Test
    void takesATokenThatAClientHeldIntoACookie() {
        Answer answer = client.post("/api/token", "grant_type=refresh_token&refresh_token=refresh" + BY_COOKIE);

        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(cookieIn(answer)).contains("daybook-refresh=refresh-next.kept");
    }

    @Test
    void deletesACookieThatIsNoGood() {
        Answer answer = client.with("Cookie", "daybook-refresh=used").post("/api/token", "grant_type=refresh_token");

        assertRefused(answer, "invalid_grant");
        assertThat(cookieIn(answer))
                .contains("daybook-refresh=", "Path=/api/token", "Max-Age=0", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void deletesNoCookieForTheSakeOfATokenThatIsNoGood() {
        Answer answer = client.with("Cookie", "daybook-refresh=refresh")
                .post("/api/token", "grant_type=refresh_token&refresh_token=used");

        assertRefused(answer, "invalid_grant");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "theme=dark", "daybook-refresh="})
    void asksForATokenWhereThereIsNoCookieEither(String cookies) {
        EdgeClient visitor = cookies.isEmpty() ? client : client.with("Cookie", cookies);

        assertRefused(visitor.post("/api/token", "grant_type=refresh_token" + BY_COOKIE), "invalid_request");
        assertRefused(visitor.post("/api/token/revoke", ""), "invalid_request");
    }

    @Test
    void revokesTheTokenOfTheCookieAndDeletesIt() {
        Answer answer = client.with("Cookie", "daybook-refresh=refresh-to-end").post("/api/token/revoke", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Edge.ENDED).contains("refresh-to-end");
        assertThat(cookieIn(answer)).contains("daybook-refresh=", "Path=/api/token", "Max-Age=0");
    }

    @Test
    void leavesTheCookieToItselfWhereATokenIsRevoked() {
        Answer answer = client.with("Cookie", "daybook-refresh=refresh-to-keep")
                .post("/api/token/revoke", "token=refresh-of-another");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Edge.ENDED).contains("refresh-of-another").doesNotContain("refresh-to-keep");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "made-up"})
    void takesAndSetsNoCookieForPagesOfOthers(String site) {
        EdgeClient other = client.with("Sec-Fetch-Site", site);
        EdgeClient withCookie = other.with("Cookie", "daybook-refresh=refresh-of-a-visitor");

        for (Answer answer : List.of(
                withCookie.post("/api/token", "grant_type=refresh_token"),
                withCookie.post("/api/token/revoke", ""),
                other.post("/api/token", LOG_IN + BY_COOKIE))) {
            assertRefused(answer, "invalid_request");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        assertThat(Edge.ENDED).doesNotContain("refresh-of-a-visitor");
        assertThat(other.post("/api/token", LOG_IN).status())
                .as("without a cookie")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://elsewhere.lan",
                "http://elsewhere.lan:{port}",
                "http://localhost",
                "http://localhost:1",
                "https://localhost:{port}",
                "http://localhost:{port}.elsewhere.lan"
            })
    void takesAndSetsNoCookieForPagesOfOthersThatTellTheirOriginOnly(String origin) {
        EdgeClient other = client.with("Origin", origin.replace("{port}", String.valueOf(port)));
        EdgeClient withCookie = other.with("Cookie", "daybook-refresh=refresh-of-another-visitor");

        for (Answer answer : List.of(
                withCookie.post("/api/token", "grant_type=refresh_token"),
                withCookie.post("/api/token/revoke", ""),
                other.post("/api/token", LOG_IN + BY_COOKIE))) {
            assertRefused(answer, "invalid_request");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        assertThat(Edge.ENDED).doesNotContain("refresh-of-another-visitor");
    }

    @Test
    void takesAndSetsTheCookieForItsOwnPageThatTellsItsOriginOnly() {
        EdgeClient page = client.with("Origin", "http://localhost:" + port);
        EdgeClient withCookie = page.with("Cookie", "daybook-refresh=refresh-of-its-own");

        assertThat(cookieIn(page.post("/api/token", LOG_IN + BY_COOKIE))).contains("daybook-refresh=refresh.kept");
        assertThat(cookieIn(withCookie.post("/api/token", "grant_type=refresh_token")))
                .contains("daybook-refresh=refresh-of-its-own-next.kept");
        assertThat(cookieIn(withCookie.post("/api/token/revoke", ""))).contains("Max-Age=0");
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.at("/error")).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    /** The parts of the cookie that an answer sets, but when it expires, which Max-Age says, too. */
    private static List<String> cookieIn(Answer answer) {
        assertThat(answer.response().headers().allValues("Set-Cookie")).hasSize(1);
        return Arrays.stream(answer.header("Set-Cookie").split("; "))
                .filter(part -> !part.startsWith("Expires="))
                .toList();
    }
}
