package dev.daybook.api.product;

import dev.daybook.catalog.contract.ProductId;
import dev.daybook.identity.contract.Caller;
import dev.daybook.query.recentviews.RecentViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class ProductViewController {
    private final Catalog catalog;
    private final RecentViews recentViews;

    ProductViewController(Catalog catalog, RecentViews recentViews) {
        this.catalog = catalog;
        this.recentViews = recentViews;
    }

    @Operation(summary = "Note that you looked at a product")
    @PostMapping("/api/products/{id}/view")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void view(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        ProductId productId = Catalog.id(id);
        recentViews.viewed(caller.accountId(), catalog.product(productId).productId());
    }
}
