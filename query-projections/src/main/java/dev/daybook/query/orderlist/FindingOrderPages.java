package dev.daybook.query.orderlist;

import dev.daybook.query.Cursor;
import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.orderdetails.OrderJson;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FindingOrderPages {
    private final JdbcClient jdbc;
    private final ServingSlots slots;

    FindingOrderPages(JdbcClient jdbc, ServingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    @QueryHandler
    OrderPage handle(FindOrders query) {
        Cursor cursor = Cursor.of("orders", query.customerId(), query.status(), query.archived(), query.flagged());
        var filter = new OrderFilter(query, slots.serving(OrderListView.NAME), cursor.read(query.cursor(), 2));
        List<OrderView> found = jdbc.sql("select document from order_list " + filter.sql())
                .params(filter.values())
                .query((row, number) -> OrderJson.read(row.getString(1)))
                .list();
        if (found.size() <= query.limit()) return new OrderPage(found, null);
        List<OrderView> items = found.subList(0, query.limit());
        OrderView end = items.getLast();
        return new OrderPage(List.copyOf(items), cursor.after(Micros.of(end.createdAt()), end.orderId()));
    }
}
