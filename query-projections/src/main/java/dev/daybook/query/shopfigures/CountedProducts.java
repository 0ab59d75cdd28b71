package dev.daybook.query.shopfigures;

import dev.daybook.query.Slot;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The products of a slot; a cart may be heard of before the product that is in it. How many pieces carts took is added once
 * for each batch, in the order of the keys.
 */
class CountedProducts {
    private final Slot slot;
    private final JdbcClient jdbc;
    private final Map<String, Long> itemsAdded = new TreeMap<>();

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

    void count(String productId, long items) {
        itemsAdded.merge(productId, items, Long::sum);
    }

    void write() {
        itemsAdded.forEach((productId, items) -> {
            if (addItems(productId, items) == 0) insertCounted(productId, items);
        });
    }

    /** Another segment may insert the row between the update that found none and the insert. */
    private void insertCounted(String productId, long items) {
        try {
            insert(productId, productId, "", items);
        } catch (DuplicateKeyException insertedMeanwhile) {
            addItems(productId, items);
        }
    }

    private int addItems(String productId, long items) {
        return jdbc.sql("update shop_figure_product set items_added = items_added + ?"
                        + " where slot = ? and product_id = ?")
                .params(items, slot.name(), productId)
                .update();
    }

    private void insert(String productId, String sku, String category, long items) {
        jdbc.sql("insert into shop_figure_product (slot, product_id, sku, category, items_added)"
                        + " values (?, ?, ?, ?, ?)")
                .params(slot.name(), productId, sku, category, items)
                .update();
    }
}
