package dev.daybook.query.totals;

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

/** How many orders have one status. */
@Entity
@Immutable
@Table(name = "totals_status")
@IdClass(StatusTotalsRow.Key.class)
@NullUnmarked
class StatusTotalsRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private long orders;

    /** The row's key. */
    record Key(Slot slot, OrderStatus status) implements Serializable {}
}
