package dev.daybook.query.orderlist;

import org.springframework.data.repository.Repository;

/** Reads columns, never entities: one that a session keeps would hide what the projection wrote meanwhile. */
interface OrderListRows extends Repository<OrderListRow, OrderListRow.Key>, OrderListPages {}
