package dev.daybook.query.shopfigures;

import dev.daybook.query.Slot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The products of a slot; a cart may be heard of before the product that is in it. */
class CountedProducts {
    private final Slot slot;
    private final JdbcClient jdbc;

    CountedProducts(Slot slot, JdbcClient jdbc) {
        this.slot = slot;
        this.jdbc = jdbc;
    }

    void add(String productId, String sku, String category) {
        int known = jdbc.sql("update shop_figure_product set sku = ?, category = ? where slot = ? and product_id = ?")
                .params(sku, category, slot.name(), productId)
                .update();
        if (known == 0) insert(productId, sku, category, 0);
    }

    String category(String productId) {
        return jdbc.sql("select category from shop_figure_product where slot = ? and product_id = ?")
                .params(slot.name(), productId)
                .query(String.class)
                .single();
    }

    void move(String productId, String category) {
        jdbc.sql("update shop_figure_product set category = ? where slot = ? and product_id = ?")
                .params(category, slot.name(), productId)
                .update();
    }

    void count(String productId, long itemsAdded) {
        int known = jdbc.sql("update shop_figure_product set items_added = items_added + ?"
                        + " where slot = ? and product_id = ?")
                .params(itemsAdded, slot.name(), productId)
                .update();
        if (known == 0) insert(productId, productId, "", itemsAdded);
    }

    private void insert(String productId, String sku, String category, long itemsAdded) {
        jdbc.sql("insert into shop_figure_product (slot, product_id, sku, category, items_added)"
                        + " values (?, ?, ?, ?, ?)")
                .params(slot.name(), productId, sku, category, itemsAdded)
                .update();
    }
}
