package dev.daybook.query.orderdetails;

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

/** One order of a slot; read here, written by the projection. */
@Entity
@Immutable
@Table(name = "order_details")
@IdClass(OrderDetailsRow.Key.class)
@NullUnmarked
class OrderDetailsRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private String orderId;

    private long lastSequence;

    private String document;

    /** The row's key. */
    record Key(Slot slot, String orderId) implements Serializable {}
}
