package dev.daybook.api.product;

import dev.daybook.api.command.Queries;
import dev.daybook.api.json.Text;
import dev.daybook.api.page.Page;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.query.productcatalog.CategoryView;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.ListCategories;
import dev.daybook.query.productcatalog.ProductPage;
import dev.daybook.query.productcatalog.ProductSort;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products")
@RestController
class ProductQueryController {
    private final Queries queries;
    private final Catalog catalog;

    ProductQueryController(Queries queries, Catalog catalog) {
        this.queries = queries;
        this.catalog = catalog;
    }

    @Operation(summary = "Look for products")
    @GetMapping("/api/products")
    Page<ProductBody> products(
            @RequestParam(required = false)
                    @Text(max = 200, free = true)
                    @Parameter(description = "Words in name, description, sku or manufacturer", example = "laptop")
                    @Nullable
                    String q,
            @RequestParam(required = false) @Text(max = 100, free = true) @Parameter(example = "Electronics") @Nullable
                    String category,
            @RequestParam(required = false)
                    @DecimalMin("0")
                    @Digits(integer = 9, fraction = 4)
                    @Parameter(example = "10")
                    @Nullable
                    BigDecimal minPrice,
            @RequestParam(required = false)
                    @DecimalMin("0")
                    @Digits(integer = 9, fraction = 4)
                    @Parameter(example = "1000")
                    @Nullable
                    BigDecimal maxPrice,
            @RequestParam(required = false) @Nullable Boolean inStock,
            @RequestParam(defaultValue = "name")
                    @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"name", "name_desc", "price", "price_desc", "newest"},
                                            defaultValue = "name"))
                    String sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Text(max = 1000, free = true) @Nullable String cursor) {
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0)
            throw ProblemException.invalid("minPrice", "must not be more than maxPrice");
        var query = new FindProducts(
                blankToNull(q),
                blankToNull(category),
                minPrice,
                maxPrice,
                inStock,
                sort(sort),
                limit,
                blankToNull(cursor));
        ProductPage page = queries.one(query, ProductPage.class);
        return Page.of(page.items(), page.nextCursor(), ProductBody::of);
    }

    @Operation(summary = "One product")
    @GetMapping("/api/products/{id}")
    ResponseEntity<ProductBody> product(@PathVariable String id) {
        ProductBody product = ProductBody.of(catalog.product(Catalog.id(id)));
        return ResponseEntity.ok().eTag(product.etag()).body(product);
    }

    @Operation(summary = "The stock of a product")
    @GetMapping("/api/products/{id}/stock")
    StockBody stock(@PathVariable String id) {
        return StockBody.of(catalog.stock(Catalog.id(id)));
    }

    @Operation(summary = "The categories, and how many products are for sale in each")
    @GetMapping("/api/categories")
    Page<CategoryView> categories() {
        return Page.whole(queries.list(new ListCategories(), CategoryView.class));
    }

    private static ProductSort sort(String name) {
        for (ProductSort sort : ProductSort.values()) if (wireName(sort).equalsIgnoreCase(name)) return sort;
        throw ProblemException.invalid(
                "sort",
                "must be one of "
                        + Arrays.stream(ProductSort.values())
                                .map(ProductQueryController::wireName)
                                .collect(Collectors.joining(", ")));
    }

    private static String wireName(ProductSort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
