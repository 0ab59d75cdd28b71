package dev.daybook.query.orderlist;

import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.Slot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** One order of a slot: what lists filter and sort by, and the order itself; read here, written by the projection. */
@Entity
@Immutable
@Table(name = "order_list")
@IdClass(OrderListRow.Key.class)
@NullUnmarked
class OrderListRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private String orderId;

    private String customerId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private boolean archived;

    private boolean flagged;

    private long createdAt;

    private String document;

    /** The row's key. */
    record Key(Slot slot, String orderId) implements Serializable {}
}
