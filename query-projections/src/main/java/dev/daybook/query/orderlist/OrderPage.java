package dev.daybook.query.orderlist;

import dev.daybook.query.orderdetails.OrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of orders, newest first; no {@code nextCursor} on the last one. */
public record OrderPage(List<OrderView> items, @Nullable String nextCursor) {}
