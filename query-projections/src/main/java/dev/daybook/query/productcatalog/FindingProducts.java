package dev.daybook.query.productcatalog;

import dev.daybook.query.Cursor;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProductsById;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductCatalogQuery.ListCategories;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

@Component
class FindingProducts {
    private final ProductRows products;
    private final StockRows stocks;
    private final ServingSlots slots;

    FindingProducts(ProductRows products, StockRows stocks, ServingSlots slots) {
        this.products = products;
        this.stocks = stocks;
        this.slots = slots;
    }

    @QueryHandler
    ProductPage answer(FindProducts query) {
        Cursor cursor = Cursor.of(
                "products",
                query.text(),
                query.category(),
                query.minPrice(),
                query.maxPrice(),
                query.inStock(),
                query.sort());
        Cursor.Key key = cursor.read(query.cursor(), 2);
        Specification<ProductRow> wanted = ProductFilter.forSale(query, serving());
        if (key != null) wanted = wanted.and(ProductFilter.after(key, query.sort()));

        List<ProductRow> rows = products.findBy(
                wanted,
                found -> found.sortBy(ProductFilter.by(query))
                        .limit(query.limit() + 1)
                        .all());

        List<ProductRow> page = rows.subList(0, Math.min(rows.size(), query.limit()));
        String next = rows.size() > query.limit() ? cursor.after(page.getLast().keyIn(query.sort())) : null;
        return new ProductPage(page.stream().map(ProductRow::toView).toList(), next);
    }

    @QueryHandler
    Optional<ProductView> answer(FindProduct query) {
        return products.findBySlotAndProductId(serving(), query.productId()).map(ProductRow::toView);
    }

    @QueryHandler
    List<ProductView> answer(FindProductsById query) {
        return products.findBySlotAndProductIdIn(serving(), query.productIds()).stream()
                .map(ProductRow::toView)
                .toList();
    }

    @QueryHandler
    List<CategoryView> answer(ListCategories query) {
        return products.categories(serving());
    }

    @QueryHandler
    Optional<StockView> answer(FindStock query) {
        return stocks.findBySlotAndProductId(serving(), query.productId()).map(StockRow::toView);
    }

    private Slot serving() {
        return slots.serving(ProductCatalogView.NAME);
    }
}
