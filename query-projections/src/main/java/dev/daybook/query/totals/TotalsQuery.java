package dev.daybook.query.totals;

import java.time.LocalDate;

/** What may be asked of the totals. */
public sealed interface TotalsQuery {
    /** The {@link Spending} of a customer; zero for one who never bought. */
    record FindSpending(String customerId) implements TotalsQuery {}

    /** The {@link Statistics} of the days {@code from} to {@code to} (UTC, both included), best sellers of all time. */
    record FindStatistics(LocalDate from, LocalDate to, int bestSellers) implements TotalsQuery {}
}
