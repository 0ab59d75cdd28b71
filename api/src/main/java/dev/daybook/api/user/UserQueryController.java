package dev.daybook.api.user;

import dev.daybook.api.cart.Carts;
import dev.daybook.api.command.Queries;
import dev.daybook.api.json.MoneyBody;
import dev.daybook.api.json.Text;
import dev.daybook.api.order.OrderBodies;
import dev.daybook.api.order.OrderBody;
import dev.daybook.api.order.Orders;
import dev.daybook.api.page.Page;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.api.product.Catalog;
import dev.daybook.api.product.ProductBody;
import dev.daybook.identity.contract.AccountPage;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.Caller;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.query.recentviews.RecentViews;
import dev.daybook.query.totals.Spending;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Users")
@RestController
class UserQueryController {
    private static final int NEWEST = 20;

    private final Accounts accounts;
    private final Queries queries;
    private final Carts carts;
    private final Orders orders;
    private final OrderBodies bodies;
    private final Catalog catalog;
    private final RecentViews recentViews;

    UserQueryController(
            Accounts accounts,
            Queries queries,
            Carts carts,
            Orders orders,
            OrderBodies bodies,
            Catalog catalog,
            RecentViews recentViews) {
        this.accounts = accounts;
        this.queries = queries;
        this.carts = carts;
        this.orders = orders;
        this.bodies = bodies;
        this.catalog = catalog;
        this.recentViews = recentViews;
    }

    @Operation(summary = "The own account")
    @GetMapping("/api/users/me")
    AccountBody me(@AuthenticationPrincipal Caller caller) {
        return accounts.find(caller.accountId())
                .map(AccountBody::of)
                .orElseThrow(() -> ProblemException.notFound("account"));
    }

    @Operation(summary = "The own account, cart total, orders and total spent in one answer")
    @GetMapping("/api/users/me/profile")
    Profile profile(@AuthenticationPrincipal Caller caller) {
        SpendingBody spending = totalSpent(caller);
        return new Profile(
                me(caller),
                carts.of(caller.accountId()).total(),
                spending.orders(),
                orders.newest(caller.accountId(), NEWEST).stream()
                        .map(bodies::of)
                        .toList(),
                spending.totalSpent());
    }

    @Operation(summary = "What the own orders cost that are paid and not cancelled, in each currency")
    @GetMapping("/api/users/me/total-spent")
    SpendingBody totalSpent(@AuthenticationPrincipal Caller caller) {
        Spending spending = queries.one(new FindSpending(caller.accountId()), Spending.class);
        return new SpendingBody(spending.spent().stream().map(MoneyBody::of).toList(), spending.orders());
    }

    @Operation(summary = "The products looked at last")
    @GetMapping("/api/users/me/recent-views")
    Page<ProductBody> recentViews(@AuthenticationPrincipal Caller caller) {
        List<String> ids = recentViews.of(caller.accountId());
        return Page.whole(catalog.products(new LinkedHashSet<>(ids)).stream()
                .sorted(Comparator.comparingInt((ProductView product) -> ids.indexOf(product.productId())))
                .map(ProductBody::of)
                .toList());
    }

    @Operation(summary = "All accounts")
    @GetMapping("/api/users")
    Page<AccountBody> users(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        AccountPage page = accounts.list(limit, cursor);
        return Page.of(page.items(), page.nextCursor(), AccountBody::of);
    }

    @Schema(name = "TotalSpent")
    record SpendingBody(
            @Schema(description = "One amount for each currency")
            List<MoneyBody> totalSpent,

            @Schema(example = "3", description = "How many orders, cancelled ones included")
            long orders) {}

    @Schema(name = "Profile")
    record Profile(
            AccountBody account,
            MoneyBody cartTotal,
            @Schema(example = "3") long orderCount,
            @Schema(description = "The newest 20") List<OrderBody> orders,
            List<MoneyBody> totalSpent) {}
}
