package dev.daybook.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.daybook.api.DaybookApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test in a real browser against the application as its run command starts it with the `fast` profile, samples and demo
 * accounts included. Whatever a page logs as an error, a breach of its policy included, fails the test.
 */
@SpringBootTest(
        classes = DaybookApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "daybook.rate-limit.enabled=false",
            // time enough to cancel in, to step in by hand, and to be seen; the rest is as the profile has it
            "daybook.lifecycle.ships-after=15s",
            "daybook.lifecycle.delivery-min=4s",
            "daybook.lifecycle.delivery-max=5s",
        })
@ActiveProfiles("fast")
@NullUnmarked
abstract class BrowserTest {
    private static final double PATIENCE = 30_000;
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> open = new ArrayList<>();

    /** What the pages looked like when a test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback picture = test -> {
        if (test.getExecutionException().isEmpty()) return;
        int number = 0;
        for (BrowserContext context : open)
            for (Page page : context.pages())
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "browser",
                                test.getRequiredTestMethod().getName() + "-" + ++number + ".png")));
    };

    private final List<String> complaints = new ArrayList<>();

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry settings) {
        settings.add(
                "daybook.data-dir",
                () -> Path.of("target", "browser", UUID.randomUUID().toString())
                        .toAbsolutePath()
                        .toString());
    }

    @BeforeAll
    static void start() throws IOException {
        Chromium.missing().ifPresent(why -> Assumptions.abort(why));
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        chromium = null;
    }

    @AfterEach
    void close() {
        open.forEach(BrowserContext::close);
        assertThat(complaints).as("what the pages complained of").isEmpty();
    }

    /** Somebody with a browser of their own, at the front door. */
    Somebody visitor() {
        return visitor(options -> {});
    }

    Somebody visitor(Consumer<NewContextOptions> how) {
        var options = new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(1440, 900);
        how.accept(options);
        BrowserContext context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        open.add(context);
        context.onConsoleMessage(message -> {
            // a refusal is an answer, which the page shows; the browser calls it an error
            if (message.type().equals("error") && !message.text().matches(".*responded with a status of 4\\d\\d.*"))
                complaints.add(message.page().url() + ": " + message.text());
        });
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        Page page = context.newPage();
        page.navigate("/");
        return new Somebody(page);
    }
}
