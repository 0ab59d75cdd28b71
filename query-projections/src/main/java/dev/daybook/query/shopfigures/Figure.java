package dev.daybook.query.shopfigures;

import java.util.Comparator;

/** The key of an amount. */
record Figure(String name, String label, String bucket) implements Comparable<Figure> {
    static final String PRODUCTS = "products";
    static final String PRODUCTS_IN_CATEGORY = "products_in_category";
    static final String ITEMS_ADDED = "items_added";
    static final String CHECKOUTS = "checkouts";
    static final String CAME_INTO_STATUS = "came_into_status";
    static final String ORDERS_FLAGGED = "orders_flagged";
    static final String RESERVATIONS_OPEN = "reservations_open";
    static final String OVERSELLS_REFUSED = "oversells_refused";

    private static final Comparator<Figure> ORDER =
            Comparator.comparing(Figure::name).thenComparing(Figure::label).thenComparing(Figure::bucket);

    static Figure of(String name) {
        return new Figure(name, "", "");
    }

    static Figure of(String name, String label) {
        return new Figure(name, label, "");
    }

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}
