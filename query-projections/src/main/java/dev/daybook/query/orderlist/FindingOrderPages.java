package dev.daybook.query.orderlist;

import dev.daybook.query.Cursor;
import dev.daybook.query.Micros;
import dev.daybook.query.ServingSlots;
import dev.daybook.query.orderdetails.OrderJson;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListPages.Last;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class FindingOrderPages {
    private final OrderListRows rows;
    private final ServingSlots slots;

    FindingOrderPages(OrderListRows rows, ServingSlots slots) {
        this.rows = rows;
        this.slots = slots;
    }

    @QueryHandler
    OrderPage handle(FindOrders query) {
        Cursor cursor = Cursor.of("orders", query.customerId(), query.status(), query.archived(), query.flagged());
        Cursor.Key key = cursor.read(query.cursor(), 2);
        Last last = key == null ? Last.NEWER_THAN_ALL : new Last(key.number(0), key.text(1));
        List<OrderView> found = rows.page(slots.serving(OrderListView.NAME), query, last, query.limit() + 1).stream()
                .map(OrderJson::read)
                .toList();
        if (found.size() <= query.limit()) return new OrderPage(found, null);
        List<OrderView> items = found.subList(0, query.limit());
        OrderView end = items.getLast();
        return new OrderPage(List.copyOf(items), cursor.after(Micros.of(end.createdAt()), end.orderId()));
    }
}
