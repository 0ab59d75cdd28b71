package dev.daybook.query.productcatalog;

import dev.daybook.catalog.contract.Money;
import dev.daybook.query.Cursor;
import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProductsById;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductCatalogQuery.ListCategories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingProducts {
    private static final String PRODUCTS =
            "select product_id, sku, name, description, category, manufacturer, price_minor,"
                    + " currency, available, discontinued, created_at, updated_at, last_sequence, stock_sequence"
                    + " from product_view where slot = :slot and product_id in (:products)";

    private final ProductRows products;
    private final JdbcClient jdbc;
    private final ServingSlots slots;

    FindingProducts(ProductRows products, JdbcClient jdbc, ServingSlots slots) {
        this.products = products;
        this.jdbc = jdbc;
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
        return find(Set.of(query.productId())).stream().findFirst();
    }

    @QueryHandler
    List<ProductView> answer(FindProductsById query) {
        return query.productIds().isEmpty() ? List.of() : find(query.productIds());
    }

    @QueryHandler
    List<CategoryView> answer(ListCategories query) {
        return products.categories(serving());
    }

    @QueryHandler
    Optional<StockView> answer(FindStock query) {
        return jdbc.sql(
                        "select on_hand, reserved, last_sequence from product_stock_view where slot = ? and product_id = ?")
                .params(serving().name(), query.productId())
                .query((row, number) -> new StockView(
                        query.productId(),
                        row.getInt("on_hand"),
                        row.getInt("reserved"),
                        row.getInt("on_hand") - row.getInt("reserved"),
                        row.getLong("last_sequence")))
                .optional();
    }

    private List<ProductView> find(Set<String> productIds) {
        return jdbc.sql(PRODUCTS)
                .param("slot", serving().name())
                .param("products", productIds)
                .query(FindingProducts::view)
                .list();
    }

    private Slot serving() {
        return slots.serving(ProductCatalogView.NAME);
    }

    private static ProductView view(ResultSet row, int number) throws SQLException {
        return new ProductView(
                row.getString("product_id"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("description"),
                row.getString("category"),
                row.getString("manufacturer"),
                new Money(row.getLong("price_minor"), row.getString("currency")),
                row.getInt("available"),
                row.getBoolean("discontinued"),
                Micros.toInstant(row.getLong("created_at")),
                Micros.toInstant(row.getLong("updated_at")),
                row.getLong("last_sequence"),
                row.getLong("stock_sequence"));
    }
}
