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
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** What was ordered on one day in one currency. */
@Entity
@Immutable
@Table(name = "totals_day")
@IdClass(DayTotalsRow.Key.class)
@NullUnmarked
class DayTotalsRow {
    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    private Slot slot;

    @Id
    private LocalDate createdOn;

    @Id
    private String currency;

    private long orders;

    private long cancellations;

    private long minorUnits;

    /** The row's key. */
    record Key(Slot slot, LocalDate createdOn, String currency) implements Serializable {}
}
