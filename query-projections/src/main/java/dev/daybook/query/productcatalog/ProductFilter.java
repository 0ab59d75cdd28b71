package dev.daybook.query.productcatalog;

import dev.daybook.query.Cursor;
import dev.daybook.query.ListFilter;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@link FindProducts} asks. */
final class ProductFilter extends ListFilter {
    private static final int MOST_WORDS = 8;

    /** @param after the key of the page before */
    ProductFilter(FindProducts query, Slot slot, Cursor.@Nullable Key after) {
        super(slot);
        and("discontinued = false");
        List<String> words = words(query.text());
        for (int i = 0; i < words.size(); i++)
            and("search_text like :word" + i + " escape '!'", "word" + i, containing(words.get(i)));
        and("category = :category", "category", query.category());
        and("price >= :minPrice", "minPrice", query.minPrice());
        and("price <= :maxPrice", "maxPrice", query.maxPrice());
        if (query.inStock() != null) and(query.inStock() ? "available > 0" : "available <= 0");
        if (after != null) andAfter(after, query.sort());
        sort(order(query), query.limit());
    }

    /** What products are listed by; the id breaks ties. */
    static String column(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESC -> "sort_name";
            case PRICE, PRICE_DESC -> "price";
            case NEWEST -> "created_at";
        };
    }

    /** In lower case, as search_text is. */
    static List<String> words(@Nullable String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** Names the bound of the column by itself, too, so that the database begins in the index where the page does. */
    private void andAfter(Cursor.Key key, ProductSort sort) {
        String column = column(sort);
        String beyond = descends(sort) ? "<" : ">";
        and(
                "%s %s= :key".formatted(column, beyond),
                "key",
                switch (sort) {
                    case NAME, NAME_DESC -> key.text(0);
                    case PRICE, PRICE_DESC -> key.decimal(0);
                    case NEWEST -> key.number(0);
                });
        and("(%1$s %2$s :key or product_id %2$s :keyId)".formatted(column, beyond), "keyId", key.text(1));
    }

    /** Names what is equal in all rows too, so that the database sees that an index has this order. */
    private static String order(FindProducts query) {
        String column = column(query.sort());
        String prefix = query.category() != null && column.equals("sort_name") ? "category, " : "";
        String columns = "slot, discontinued, " + prefix + column + ", product_id";
        return descends(query.sort()) ? columns.replace(",", " desc,") + " desc" : columns;
    }

    private static boolean descends(ProductSort sort) {
        return switch (sort) {
            case NAME, PRICE -> false;
            case NAME_DESC, PRICE_DESC, NEWEST -> true;
        };
    }

    private static String containing(String word) {
        return "%" + word.replaceAll("[!%_]", "!$0") + "%";
    }
}
