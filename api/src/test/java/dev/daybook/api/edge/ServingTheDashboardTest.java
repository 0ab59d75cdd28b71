package dev.daybook.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.edge.EdgeClient.Answer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EdgeTest
@TestPropertySource(properties = "daybook.dashboard.location=classpath:/stand-in-dashboard/")
class ServingTheDashboardTest {
    private static final String SCRIPT = "/assets/app-1a2b3c4d.js";
    private static final Pattern NONCE = Pattern.compile("<meta name=\"csp-nonce\" content=\"([A-Za-z0-9_-]{24})\">");

    @LocalServerPort
    int port;

    private EdgeClient anyone;
    private EdgeClient browser;

    @BeforeEach
    void startAfresh() {
        anyone = EdgeClient.anyone(port);
        browser = anyone.with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?from=mail", "/index.html", "/orders", "/orders/order-1", "/a/b.c", "/apis", "/assets-of"
            })
    void showsBrowsersThePageWhereverItsViewsAre(String path) {
        assertPage(browser.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void showsEveryoneThePageAtItsOwnAddresses(String path) {
        assertPage(anyone.get(path));
        assertPage(anyone.with("Accept", "application/json").get(path));
    }

    @Test
    void tellsOfThePageWithoutSendingIt() {
        Answer answer = browser.send("HEAD", "/orders", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Length"))
                .isEqualTo(browser.get("/orders").header("Content-Length"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void keepsNoPageForAnotherTime() {
        Answer page = browser.get("/");

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("ETag")).isEmpty();
        assertThat(page.header("Last-Modified")).isEmpty();
    }

    @Test
    void letsEachPageApplyTheStylesThatNameItsNonce() {
        Answer first = browser.get("/");
        Answer second = browser.get("/");

        assertThat(first.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonceOf(first) + "';"
                        + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(first.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(nonceOf(second)).isNotEqualTo(nonceOf(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*/*", "text/*", "application/json", "text/event-stream", "image/svg+xml,*/*;q=0.8", "?"})
    void hasNoPageForProgramsAtOtherAddresses(String accept) {
        assertNothing((accept.isEmpty() ? anyone : anyone.with("Accept", accept)).get("/orders"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/%61pi/nothing",
                "/v3/api-docs/nothing",
                "/swagger-ui/nothing",
                "/problems/nothing",
                "/problems/nothing/more",
                "/webjars/nothing",
                "/assets",
                "/assets/",
                "/assets/nothing.js"
            })
    void hasNoPageWhereOthersAre(String path) {
        assertNothing(browser.get(path));
    }

    @Test
    void leavesOthersAsTheyAre() {
        assertThat(browser.get("/actuator/nothing").status()).isEqualTo(401);
        assertThat(browser.get("/problems/not-found").header("Content-Type")).isEqualTo("application/json");
        assertThat(browser.get("/swagger-ui/index.html").body()).contains("swagger-ui-bundle.js");
        assertThat(browser.get("/actuator/health").at("/status")).isEqualTo("UP");
        assertThat(browser.get("/api").at("/name")).isEqualTo("Daybook");
    }

    @Test
    void isThereToBeRead() {
        assertNothing(browser.post("/orders", "{}"));
        assertThat(browser.post("/", "{}").status()).isEqualTo(405);
        assertThat(browser.delete("/favicon.svg").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({SCRIPT + ", text/javascript", "/assets/app-5e6f7a8b.css, text/css"})
    void letsBrowsersKeepWhatIsNamedByItsContent(String path, String type) {
        Answer answer = anyone.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control").split(", "))
                .containsExactlyInAnyOrder("public", "max-age=31536000", "immutable");
        assertThat(answer.response().headers().map()).doesNotContainKeys("pragma", "expires");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip, deflate, br, zstd | br   | as if by brotli
                    gzip, deflate           | gzip | as if by gzip
                    gzip, br;q=0            | gzip | as if by gzip
                    zstd                    | ''   | export {};
                    ''                      | ''   | export {};
                    """)
    void sendsWhatWasCompressedWhenItWasBuilt(String taken, String encoding, String content) {
        Answer answer = (taken.isEmpty() ? anyone : anyone.with("Accept-Encoding", taken)).get(SCRIPT);

        assertThat(answer.body().strip()).isEqualTo(content);
        assertThat(answer.header("Content-Encoding")).isEqualTo(encoding);
        assertThat(answer.header("Content-Type")).isEqualTo("text/javascript");
        if (!encoding.isEmpty())
            assertThat(answer.response().headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void compressesNothingWhileItIsAsked() {
        EdgeClient takesGzip = anyone.with("Accept-Encoding", "gzip");

        assertThat(takesGzip.get("/v3/api-docs").header("Content-Encoding")).isEmpty();
        assertThat(takesGzip.get("/").header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/favicon.svg, image/svg+xml", "/site.webmanifest, application/manifest+json"})
    void asksBrowsersToLookAgainAtFilesThatKeepTheirName(String path, String type) {
        Answer first = browser.get(path);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo(type);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        Answer again =
                browser.with("If-Modified-Since", first.header("Last-Modified")).get(path);
        assertThat(again.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/application.yaml",
                "/assets/%2e%2e/index.html",
                "/assets/..%2findex.html",
                "/.//index.html"
            })
    void staysInItsFolder(String path) {
        assertThat(browser.get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.svg", SCRIPT, "/api", "/nothing", "/problems/not-found"})
    void letsNothingButThePageLoadAnything(String path) {
        assertThat(anyone.get(path).header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SCRIPT, "/api", "/swagger-ui/index.html"})
    void asksBrowsersForNothingAndKeepsOtherWindowsAway(String path) {
        Answer answer = anyone.get(path);

        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy").split(", "))
                .contains("camera=()", "geolocation=()", "payment=()")
                .allMatch(feature -> feature.endsWith("=()"));
    }

    @Test
    void letsTheDocumentationLoadWhatIsItsOwn() {
        String policy = anyone.get("/swagger-ui/index.html").header("Content-Security-Policy");

        assertThat(policy.split("; "))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(anyone.get("/swagger-ui/index.html").body())
                .as("scripts and styles of its own in the page")
                .doesNotContain("<style")
                .doesNotContainPattern("<script[^>]*>\\s*[^<\\s]");
    }

    private static void assertPage(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<title>Stand-in</title>");
    }

    private static void assertNothing(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("NOT_FOUND");
    }

    private static String nonceOf(Answer page) {
        return NONCE.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no nonce in " + page.body()));
    }
}
