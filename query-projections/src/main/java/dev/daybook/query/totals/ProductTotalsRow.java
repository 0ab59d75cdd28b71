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

/** How many pieces of one product were sold. */
@Entity
@Immutable
@Table(name = "totals_product")
@IdClass(ProductTotalsRow.Key.class)
@NullUnmarked
class ProductTotalsRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private String productId;

    private String name;

    private long quantity;

    /** The row's key. */
    record Key(Slot slot, String productId) implements Serializable {}
}
