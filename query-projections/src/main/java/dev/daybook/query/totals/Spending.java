package dev.daybook.query.totals;

import dev.daybook.catalog.contract.Money;
import java.util.List;

/**
 * What a customer spent: orders that are paid and not cancelled.
 *
 * @param spent one amount for each currency, by currency; zero USD alone when there is none
 * @param orders how many orders the customer has, cancelled ones included
 */
public record Spending(String customerId, List<Money> spent, long orders) {}
