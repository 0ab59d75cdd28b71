package dev.daybook.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page: what axe finds, whether it fits the screen, and what it looks like. */
class LookingAroundInABrowserTest extends BrowserTest {
    /** Where the pictures go, from the project's folder; named when the documentation is to have new ones. */
    private static final String PICTURES = System.getProperty("daybook.screenshots");

    /** What the documentation shows. */
    private static final Set<String> PICTURED =
            Set.of("catalog", "product", "cart", "order", "desk", "desk-orders", "history", "views");

    /** Bytes of what the shop's first page loads, compressed by gzip. */
    private static final long MOST_AT_FIRST = 250_000;

    private static final String AXE = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))""";

    private static final String ALL_IS_THERE = "() => !document.querySelector('[aria-busy=true]')";
    private static final String WIDER_THAN_THE_SCREEN =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    /** A way to look at the pages. */
    record Look(int width, ColorScheme colours, String language) {
        @Override
        public String toString() {
            return width + "-" + colours.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Both widths, colours and languages; all that go together only when pictures are wanted. */
    static Stream<Look> looks() {
        var two = Stream.of(new Look(1440, ColorScheme.LIGHT, "en-GB"), new Look(390, ColorScheme.DARK, "ru-RU"));
        var more = Stream.of(new Look(1440, ColorScheme.DARK, "en-GB"), new Look(390, ColorScheme.LIGHT, "en-GB"));
        return PICTURES == null ? two : Stream.concat(two, more);
    }

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsFitToBeSeen(Look look) throws IOException {
        String name = Somebody.newName();
        Somebody buyer = visitor().registers(name).buys("Laptop", "Test: approved");
        String order = buyer.orderNumber();
        buyer.putsInTheCart("Desk Lamp");
        String product = buyer.page().url().replaceFirst("https?://[^/]+", "");

        Page anyones = page(look);
        look(anyones, look, "catalog", "/");
        look(anyones, look, "product", product);
        look(anyones, look, "sign-in", "/sign-in");
        look(anyones, look, "register", "/register");
        look(anyones, look, "not-found", "/nowhere");

        Page buyers = page(look);
        signIn(buyers, name, Somebody.PASSWORD);
        look(buyers, look, "cart", "/cart");
        look(buyers, look, "orders", "/orders");
        look(buyers, look, "order", "/orders/" + order);
        look(buyers, look, "profile", "/profile");

        Page administrators = page(look);
        signIn(administrators, "admin", "admin-password");
        look(administrators, look, "desk", "/desk");
        look(administrators, look, "desk-products", "/desk/products");
        look(administrators, look, "desk-orders", "/desk/orders");
        look(administrators, look, "history", "/desk/orders/" + order);
        look(administrators, look, "audit", "/desk/audit");
        look(administrators, look, "views", "/desk/views");
        look(administrators, look, "dead-letters", "/desk/dead-letters");

        assertThat(findings).isEmpty();
    }

    @Test
    void theShopsFirstPageIsLight() throws IOException {
        Page page = visitor().page();
        page.waitForFunction(ALL_IS_THERE);
        List<?> loaded = (List<?>) page.evaluate("""
                () => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
                  .filter((path) => path.startsWith('/assets/'))""");

        long bytes = 0;
        for (Object path : loaded) bytes += compressed(path.toString());

        assertThat(loaded).anyMatch(path -> path.toString().matches(".*/CatalogPage-.*\\.js"));
        assertThat(bytes).isBetween(50_000L, MOST_AT_FIRST);
    }

    /** Files that are too small to be compressed count as they are. */
    private static long compressed(String path) throws IOException {
        for (String file : List.of("/dashboard" + path + ".gz", "/dashboard" + path))
            try (InputStream bytes = LookingAroundInABrowserTest.class.getResourceAsStream(file)) {
                if (bytes != null) return bytes.readAllBytes().length;
            }
        throw new IllegalStateException(path + " is not among the dashboard's files");
    }

    private Page page(Look look) {
        return visitor(options -> options.setColorScheme(look.colours())
                        .setLocale(look.language())
                        .setViewportSize(look.width(), look.width() < 600 ? 844 : 900))
                .page();
    }

    private void look(Page page, Look look, String name, String path) throws IOException {
        page.navigate(path);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .waitFor();
        page.waitForFunction(ALL_IS_THERE);
        if (PICTURES != null && PICTURED.contains(name))
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("..").resolve(PICTURES).resolve(name + "-" + look + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        if ((boolean) page.evaluate(WIDER_THAN_THE_SCREEN)) findings.add(name + ": wider than the screen");
        page.evaluate(Files.readString(Chromium.MODULES.resolve("axe-core").resolve("axe.min.js")));
        ((List<?>) page.evaluate(AXE)).forEach(found -> findings.add(name + ": " + found));
    }

    /** In any language. */
    private static void signIn(Page page, String name, String password) {
        page.navigate("/sign-in");
        page.locator("input[autocomplete=username]").fill(name);
        page.locator("input[autocomplete=current-password]").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }
}
