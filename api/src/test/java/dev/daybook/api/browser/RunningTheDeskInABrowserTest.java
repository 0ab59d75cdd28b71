package dev.daybook.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What administrators do at the desk. */
class RunningTheDeskInABrowserTest extends BrowserTest {
    @Test
    void aNewProductIsSoldInTheShop() {
        String product = visitor().signsInAsAdministrator().createsAProduct("12.50");

        Somebody customer = visitor().findsAndOpens(product);

        assertThat(customer.page().getByRole(AriaRole.MAIN)).containsText("$12.50");
        assertThat(customer.page().getByRole(AriaRole.BUTTON, Somebody.named("Add to cart")))
                .isEnabled();
    }

    @Test
    void aViewIsRebuiltAndTheBarMoves() {
        Page page = visitor().signsInAsAdministrator().page();
        page.navigate("/desk/views");
        Locator view = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, Somebody.named("productcatalog"))));
        String before = view.getByText(Pattern.compile("^Slot [AB] serves$")).innerText();
        String after = before.equals("Slot A serves") ? "Slot B serves" : "Slot A serves";
        // every value that the bar shows, for the eye could miss one
        page.evaluate("""
                () => {
                  window.shown = []
                  new MutationObserver(() => {
                    const bar = document.querySelector('[role=progressbar]')
                    if (bar) window.shown.push(Number(bar.getAttribute('aria-valuenow')))
                  }).observe(document.body, { subtree: true, childList: true, attributes: true })
                }""");

        view.getByRole(AriaRole.BUTTON, in("Rebuild productcatalog")).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, in("Rebuild"))
                .click();

        assertThat(view.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "100");
        assertThat(view.getByText(Pattern.compile("Rebuilt, slot [AB] serves"))).isVisible();
        assertThat(view.getByText(after, new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat((Boolean) page.evaluate("() => shown.at(-1) === 100 && shown.some((value) => value < 100)"
                        + " && shown.every((value, i) => i === 0 || value >= shown[i - 1])"))
                .as("the bar moved, and only forwards: %s", page.evaluate("() => shown"))
                .isTrue();
    }

    @Test
    void anOrderIsSeenAsItStoodEarlier() {
        Somebody customer = visitor().registers().buys("Laptop", "Test: approved");
        assertThat(customer.page().getByRole(AriaRole.MAIN).locator(".p-tag").first())
                .hasText("Delivered");
        Page page = visitor().signsInAsAdministrator().page();
        page.navigate("/desk/orders/" + customer.orderNumber());
        Locator slider = page.getByRole(AriaRole.SLIDER);
        Locator then = page.getByRole(AriaRole.REGION, Somebody.named("As it stood after this event"));

        slider.focus();
        page.keyboard().press("Home");
        assertThat(then).containsText("The order does not exist yet.");
        for (int event = 0;
                event < 20 && !slider.getAttribute("aria-valuetext").contains("OrderProcessingStarted");
                event++) page.keyboard().press("ArrowRight");

        assertThat(then.getByText("Created", exactly())).isVisible();
        assertThat(then.getByText("In processing", exactly())).isVisible();
        assertThat(then.locator("del")).containsText(new String[] {"Created"});
        assertThat(then.locator("ins").first()).containsText("In processing");
        page.keyboard().press("End");
        assertThat(then.getByText("Delivered", exactly())).isVisible();
    }

    @Test
    void anOrderComesInAndIsSentOffByHand() {
        Page desk = visitor().signsInAsAdministrator().page();
        desk.navigate("/desk/orders");
        Somebody customer = visitor().registers().buys("Laptop", "Test: approved");

        desk.getByRole(AriaRole.BUTTON, Somebody.named(Pattern.compile("^\\d+ new orders?$")))
                .click();
        desk.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(desk.locator("a[href$='" + customer.orderNumber() + "']")))
                .getByRole(AriaRole.BUTTON, in("Ship"))
                .click();
        desk.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, in("Ship")).click();

        assertThat(desk.getByText(Pattern.compile("^Order .* is on its way$"))).isVisible();
        assertThat(customer.page().getByRole(AriaRole.MAIN).locator(".p-tag").first())
                .hasText(Pattern.compile("On its way|Delivered"));
    }

    @Test
    void theDeskIsNoPlaceForCustomers() {
        Somebody customer = visitor().registers();

        customer.page().navigate("/desk");

        customer.sees("There is no such page");
        assertThat(customer.page().getByRole(AriaRole.LINK, Somebody.named("Desk")))
                .isHidden();
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
