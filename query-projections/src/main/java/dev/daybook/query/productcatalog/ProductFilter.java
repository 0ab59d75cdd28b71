package dev.daybook.query.productcatalog;

import dev.daybook.query.Cursor;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/** What {@link FindProducts} asks, in the words of the database. */
final class ProductFilter {
    private static final int MOST_WORDS = 8;
    private static final char ESCAPE = '!';

    private ProductFilter() {}

    static Specification<ProductRow> forSale(FindProducts query, Slot slot) {
        return (row, criteria, is) -> {
            List<Predicate> all = new ArrayList<>();
            all.add(is.equal(row.get("slot"), slot));
            all.add(is.isFalse(row.get("discontinued")));
            words(query.text()).forEach(word -> all.add(is.like(row.get("searchText"), containing(word), ESCAPE)));
            if (query.category() != null) all.add(is.equal(row.get("category"), query.category()));
            if (query.minPrice() != null) all.add(is.greaterThanOrEqualTo(row.get("price"), query.minPrice()));
            if (query.maxPrice() != null) all.add(is.lessThanOrEqualTo(row.get("price"), query.maxPrice()));
            if (query.inStock() != null)
                all.add(
                        query.inStock()
                                ? is.greaterThan(row.<Integer>get("available"), 0)
                                : is.lessThanOrEqualTo(row.<Integer>get("available"), 0));
            return is.and(all);
        };
    }

    static Specification<ProductRow> after(Cursor.Key key, ProductSort sort) {
        return (row, criteria, is) -> switch (sort) {
            case NAME -> after(is, row, row.get("sortName"), key.text(0), key.text(1));
            case NAME_DESC -> before(is, row, row.get("sortName"), key.text(0), key.text(1));
            case PRICE -> after(is, row, row.get("price"), key.decimal(0), key.text(1));
            case PRICE_DESC -> before(is, row, row.get("price"), key.decimal(0), key.text(1));
            case NEWEST -> before(is, row, row.get("createdAt"), key.number(0), key.text(1));
        };
    }

    /** Names what is equal in all rows too, so that the database sees that an index has this order. */
    static Sort by(FindProducts query) {
        boolean ofCategory = query.category() != null;
        return switch (query.sort()) {
            case NAME -> byName(ofCategory);
            case NAME_DESC -> byName(ofCategory).descending();
            case PRICE -> Sort.by("slot", "discontinued", "price", "productId");
            case PRICE_DESC ->
                Sort.by("slot", "discontinued", "price", "productId").descending();
            case NEWEST ->
                Sort.by("slot", "discontinued", "createdAt", "productId").descending();
        };
    }

    private static Sort byName(boolean ofCategory) {
        return ofCategory
                ? Sort.by("slot", "discontinued", "category", "sortName", "productId")
                : Sort.by("slot", "discontinued", "sortName", "productId");
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

    private static String containing(String word) {
        return "%" + word.replaceAll("[!%_]", ESCAPE + "$0") + "%";
    }

    private static <K extends Comparable<? super K>> Predicate after(
            CriteriaBuilder is, Root<ProductRow> row, Expression<K> column, K value, String id) {
        return is.and(
                is.greaterThanOrEqualTo(column, value),
                is.or(is.greaterThan(column, value), is.greaterThan(row.get("productId"), id)));
    }

    private static <K extends Comparable<? super K>> Predicate before(
            CriteriaBuilder is, Root<ProductRow> row, Expression<K> column, K value, String id) {
        return is.and(
                is.lessThanOrEqualTo(column, value),
                is.or(is.lessThan(column, value), is.lessThan(row.get("productId"), id)));
    }
}
