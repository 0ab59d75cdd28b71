package dev.daybook.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page: what axe finds, whether it fits the screen, and what it looks like. */
class LookingAroundInABrowserTest extends BrowserTest {
    /** Where the pictures go; a folder of the documentation when it is to have new ones. */
    private static final Path PICTURES =
            Path.of("..").resolve(System.getProperty("daybook.screenshots", "api/target/screenshots"));

    private static final String AXE = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))""";

    private static final String WIDER_THAN_THE_SCREEN =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    @ParameterizedTest(name = "{0} wide, {1}, {2}")
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, en-GB", "390, LIGHT, en-GB", "390, DARK, ru-RU"})
    void everyPageIsFitToBeSeen(int width, ColorScheme colours, String language) throws IOException {
        Somebody buyer = visitor().registers().buys("Laptop", "Test: approved");
        String order = buyer.orderNumber();
        String product = productOf(buyer);

        Somebody anyone = looking(width, colours, language);
        List<String> findings = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>();
        open.put("catalog", "/");
        open.put("product", product);
        open.put("sign-in", "/sign-in");
        open.put("register", "/register");
        open.put("not-found", "/nowhere");
        look(anyone, open, width, colours, findings);

        Somebody admin = looking(width, colours, language);
        signIn(admin.page(), "admin", "admin-password");
        Map<String, String> closed = new LinkedHashMap<>();
        closed.put("cart-empty", "/cart");
        closed.put("orders", "/orders");
        closed.put("order", "/orders/" + order);
        closed.put("profile", "/profile");
        closed.put("desk", "/desk");
        closed.put("desk-products", "/desk/products");
        closed.put("desk-orders", "/desk/orders");
        closed.put("history", "/desk/orders/" + order);
        closed.put("audit", "/desk/audit");
        closed.put("views", "/desk/views");
        closed.put("dead-letters", "/desk/dead-letters");
        look(admin, closed, width, colours, findings);

        assertThat(findings).isEmpty();
    }

    private Somebody looking(int width, ColorScheme colours, String language) {
        return visitor(options ->
                options.setColorScheme(colours).setLocale(language).setViewportSize(width, width < 600 ? 844 : 900));
    }

    private void look(
            Somebody somebody, Map<String, String> pages, int width, ColorScheme colours, List<String> findings)
            throws IOException {
        Page page = somebody.page();
        String axe = Files.readString(Chromium.MODULES.resolve("axe-core").resolve("axe.min.js"));
        for (var at : pages.entrySet()) {
            page.navigate(at.getValue());
            page.waitForLoadState(LoadState.DOMCONTENTLOADED);
            page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .first()
                    .waitFor();
            page.waitForFunction("() => !document.querySelector('[aria-hidden=true] .p-skeleton, .shimmer')");
            String name = at.getKey() + "-" + width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
            if ((boolean) page.evaluate(WIDER_THAN_THE_SCREEN)) findings.add(name + ": wider than the screen");
            page.evaluate(axe);
            ((List<?>) page.evaluate(AXE)).forEach(found -> findings.add(name + ": " + found));
        }
    }

    private static void signIn(Page page, String name, String password) {
        page.navigate("/sign-in");
        page.locator("input[autocomplete=username]").fill(name);
        page.locator("input[autocomplete=current-password]").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static String productOf(Somebody buyer) {
        buyer.findsAndOpens("Laptop");
        return buyer.page().url().replaceFirst("https?://[^/]+", "");
    }
}
