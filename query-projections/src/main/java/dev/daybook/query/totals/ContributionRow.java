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

/** What one order counts for; read here, written by the projection. */
@Entity
@Immutable
@Table(name = "totals_contribution")
@IdClass(ContributionRow.Key.class)
@NullUnmarked
class ContributionRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private String orderId;

    private long lastSequence;

    /** The row's key. */
    record Key(Slot slot, String orderId) implements Serializable {}
}
