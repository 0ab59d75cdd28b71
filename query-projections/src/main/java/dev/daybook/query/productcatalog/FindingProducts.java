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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingProducts {
    private static final String PRODUCTS =
            "select product_id, sku, name, sort_name, description, category, manufacturer, price_minor, price,"
                    + " currency, available, discontinued, created_at, updated_at, last_sequence, stock_sequence"
                    + " from product_view ";

    private final JdbcClient jdbc;
    private final ServingSlots slots;

    FindingProducts(JdbcClient jdbc, ServingSlots slots) {
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
        var filter = new ProductFilter(query, serving(), cursor.read(query.cursor(), 2));
        String column = ProductFilter.column(query.sort());

        List<Listed> found = jdbc.sql(PRODUCTS + filter.sql())
                .params(filter.values())
                .query((row, number) -> new Listed(view(row, number), row.getObject(column)))
                .list();

        List<Listed> page = found.subList(0, Math.min(found.size(), query.limit()));
        String next = found.size() > query.limit() ? page.getLast().cursor(cursor) : null;
        return new ProductPage(page.stream().map(Listed::product).toList(), next);
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
        return jdbc.sql("select category, count(*) from product_view where slot = ? and discontinued = false"
                        + " group by category order by category")
                .params(serving().name())
                .query((row, number) -> new CategoryView(row.getString(1), row.getLong(2)))
                .list();
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
        return jdbc.sql(PRODUCTS + "where slot = :slot and product_id in (:products)")
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

    /** A product with the key that it is listed by. */
    private record Listed(ProductView product, Object key) {
        String cursor(Cursor cursor) {
            return cursor.after(key, product.productId());
        }
    }
}
