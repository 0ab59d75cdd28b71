package dev.daybook.query.totals;

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

/** What one customer spent in one currency. */
@Entity
@Immutable
@Table(name = "totals_customer")
@IdClass(CustomerTotalsRow.Key.class)
@NullUnmarked
class CustomerTotalsRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private String customerId;

    @Id
    private String currency;

    private long orders;

    private long minorUnits;

    /** The row's key. */
    record Key(Slot slot, String customerId, String currency) implements Serializable {}
}
