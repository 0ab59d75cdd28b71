package dev.daybook.api.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the views, for comparing one slot with another or with itself at another time. */
final class ViewTables {
    static final Map<String, List<String>> BY_VIEW = new TreeMap<>(Map.of(
            "audittrail", List.of("audit_entry"),
            "cartcontents", List.of("cart_view"),
            "orderdetails", List.of("order_details"),
            "orderlist", List.of("order_list"),
            "productcatalog", List.of("product_view", "product_stock_view"),
            "shopfigures", List.of("shop_figure", "shop_figure_product", "shop_figure_source"),
            "totals",
                    List.of(
                            "totals_contribution",
                            "totals_customer",
                            "totals_day",
                            "totals_status",
                            "totals_product")));

    private ViewTables() {}

    /** Not part of what a row says: the slot, and the order in which the view met events that were written at once. */
    private static final Set<String> INCIDENTAL = Set.of("slot", "ordinal");

    /** The rows of a view in a slot, by table, in no order. */
    static Map<String, List<String>> rows(JdbcClient database, String view, String slot) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : BY_VIEW.get(view))
            rows.put(
                    table,
                    database
                            .sql("select * from " + table + " where slot = ?")
                            .param(slot)
                            .query(ViewTables::asText)
                            .list()
                            .stream()
                            .sorted()
                            .toList());
        return rows;
    }

    private static String asText(ResultSet row, int number) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            if (!INCIDENTAL.contains(column)) columns.put(column, String.valueOf(row.getString(i)));
        }
        return columns.toString();
    }
}
