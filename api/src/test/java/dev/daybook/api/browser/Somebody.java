package dev.daybook.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody at a browser of their own: what they do there, in their words. */
record Somebody(Page page) {
    static final String PASSWORD = "correct horse battery";

    Somebody signsIn(String name, String password) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        press("Sign in");
        assertThat(page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Account of"))))
                .isVisible();
        return this;
    }

    Somebody signsInAsAdministrator() {
        return signsIn("admin", "admin-password");
    }

    Somebody registers() {
        return registers(newName());
    }

    /** Nobody has it yet. */
    static String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    Somebody registers(String name) {
        page.navigate("/register");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Some One");
        press("Create the account");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Account of Some One")))
                .isVisible();
        return this;
    }

    Somebody findsAndOpens(String product) {
        page.navigate("/");
        page.getByRole(AriaRole.SEARCHBOX).fill(product);
        page.getByRole(AriaRole.LINK, named(product)).click();
        sees(product);
        return this;
    }

    Somebody putsInTheCart(String product) {
        findsAndOpens(product);
        press("Add to cart");
        assertThat(page.getByRole(AriaRole.LINK, named(Pattern.compile("^Cart, \\d+ pieces?$"))))
                .isVisible();
        return this;
    }

    /** Places the order of what is in the cart. */
    Somebody placesTheOrder(String paymentMethod) {
        page.navigate("/cart");
        page.getByRole(AriaRole.RADIO, named(paymentMethod)).check();
        press("Place the order");
        return this;
    }

    /** Buys one piece and is at the order's page. */
    Somebody buys(String product, String paymentMethod) {
        putsInTheCart(product).placesTheOrder(paymentMethod);
        page.waitForURL(Pattern.compile("/orders/order-"));
        return this;
    }

    // --- administrators

    /** With ten pieces in stock; returns its name, which nobody else's product has. */
    String createsAProduct(String price) {
        String name = "Thing " + UUID.randomUUID().toString().substring(0, 8);
        page.navigate("/desk/products");
        press("New product");
        inDialog("Name").fill(name);
        inDialog("SKU").fill(name.toUpperCase(Locale.ROOT).replace(' ', '-'));
        inDialog("Category").fill("Things");
        inDialog("Price").fill(price);
        inDialog("Pieces in stock").fill("10");
        pressInDialog("Create product");
        assertThat(dialog()).isHidden();
        return name;
    }

    void changesThePrice(String product, String price) {
        page.navigate("/desk/products?q=" + product.replace(" ", "+"));
        press("Edit " + product);
        inDialog("Price").fill(price);
        pressInDialog("Save");
        assertThat(dialog()).isHidden();
    }

    private Locator inDialog(String label) {
        return dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    String orderNumber() {
        return page.url().replaceFirst(".*/orders/", "").replaceFirst("[?#].*", "");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    void pressInDialog(String button) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Waits until the heading of the page says so. */
    void sees(String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName(heading).setLevel(1)))
                .isVisible();
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    static GetByRoleOptions named(Pattern name) {
        return new GetByRoleOptions().setName(name);
    }
}
