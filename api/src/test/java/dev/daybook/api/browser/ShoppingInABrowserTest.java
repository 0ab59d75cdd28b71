package dev.daybook.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What customers do in the shop. */
class ShoppingInABrowserTest extends BrowserTest {
    @Test
    void somethingIsBoughtAndWatchedUntilItIsDelivered() {
        Somebody customer = visitor().registers().buys("Laptop", "Test: approved");
        Page page = customer.page();
        page.evaluate("window.neverReloaded = true");

        for (String status : List.of("In processing", "On its way", "Delivered"))
            assertThat(status(page)).hasText(status);

        assertThat(page.getByText("Paid", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void theListOfOrdersMovesByItself() {
        Somebody customer = visitor().registers();
        customer.page().navigate("/orders");
        Somebody sameOne = new Somebody(customer.page().context().newPage());
        assertThat(customer.page().getByText("You have not ordered anything yet."))
                .isVisible();

        assertThat(customer.page().getByText("Live", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        sameOne.buys("Desk Lamp", "Test: approved");
        customer.page().bringToFront();
        assertThat(customer.page().getByRole(AriaRole.MAIN)).containsText("Desk Lamp");
        // whatever the page asks for from now on is not answered: what it shows, it was told
        customer.page().route("**/api/**", route -> {});

        assertThat(status(customer.page())).hasText("Delivered");
    }

    @Test
    void anOrderIsCancelledInTime() {
        Somebody customer = visitor().registers().buys("Laptop", "Test: approved");

        customer.press("Cancel the order");
        customer.dialog().getByLabel("I ordered by mistake").check();
        customer.pressInDialog("Cancel the order");

        assertThat(status(customer.page())).hasText("Cancelled");
        assertThat(customer.page()
                        .getByText(Pattern.compile("ordered by mistake"))
                        .first())
                .isVisible();
    }

    @Test
    void aDeclinedPaymentIsPaidAgain() {
        Somebody customer = visitor().registers().buys("Laptop", "Test: declined");
        Page page = customer.page();
        assertThat(page.getByRole(AriaRole.HEADING, Somebody.named("Your payment was declined")))
                .isVisible();

        page.getByRole(AriaRole.RADIO, Somebody.named("Test: approved")).check();
        page.getByRole(AriaRole.BUTTON, Somebody.named(Pattern.compile("^Pay ")))
                .click();

        assertThat(status(page)).hasText("In processing");
        assertThat(page.getByRole(AriaRole.HEADING, Somebody.named("Your payment was declined")))
                .isHidden();
    }

    @Test
    void aChangedPriceIsAskedAboutAtCheckout() {
        Somebody administrator = visitor().signsInAsAdministrator();
        String product = administrator.createsAProduct("20.00");
        Somebody customer = visitor().registers().putsInTheCart(product);
        administrator.changesThePrice(product, "25.50");

        customer.placesTheOrder("Test: approved");
        assertThat(customer.dialog()).containsText("$20.00");
        assertThat(customer.dialog()).containsText("$25.50");
        customer.pressInDialog("Order at the new prices");

        customer.page().waitForURL(Pattern.compile("/orders/order-"));
        assertThat(customer.page().getByRole(AriaRole.MAIN)).containsText("$25.50");
    }

    @Test
    void aReloadDoesNotSignOutAndScriptsFindNoToken() {
        Somebody customer = visitor().signsIn("demo", "demo-password");
        Page page = customer.page();

        page.reload();

        assertThat(page.getByRole(AriaRole.BUTTON, Somebody.named(Pattern.compile("^Account of"))))
                .isVisible();
        assertThat((String) page.evaluate(
                        "document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .doesNotContain("eyJ")
                .doesNotContain("refresh");
        assertThat(page.context().cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.path).isEqualTo("/api/token");
            assertThat(cookie.sameSite).hasToString("STRICT");
        });
    }

    @Test
    void signingOutHoldsAfterAReloadAndInOtherTabs() {
        Somebody customer = visitor().registers();
        Page other = customer.page().context().newPage();
        other.navigate("/orders");
        new Somebody(other).sees("My orders");

        customer.page()
                .getByRole(AriaRole.BUTTON, Somebody.named("Account of Some One"))
                .click();
        customer.page().getByRole(AriaRole.MENUITEM, Somebody.named("Sign out")).click();

        new Somebody(other).sees("Sign in");
        customer.page().navigate("/orders");
        customer.sees("Sign in");
        assertThat(customer.page().context().cookies())
                .extracting((Cookie cookie) -> cookie.value)
                .isEmpty();
    }

    @Test
    void filtersAreInTheAddress() {
        Page page = visitor().page();

        page.getByRole(AriaRole.SEARCHBOX).fill("lamp");
        assertThat(page).hasURL(Pattern.compile("q=lamp"));
        assertThat(page.getByRole(AriaRole.LINK, Somebody.named("Desk Lamp"))).isVisible();
        page.reload();

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("lamp");
        assertThat(page.getByRole(AriaRole.LINK, Somebody.named("Laptop"))).isHidden();
    }

    private static Locator status(Page page) {
        return page.getByRole(AriaRole.MAIN).locator(".p-tag").first();
    }
}
