package dev.daybook.catalog.contract;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minorUnits the amount in the currency's smallest unit (cents for USD), may be negative
 * @param currency ISO 4217 code of a circulating currency, three capital letters
 */
public record Money(long minorUnits, String currency) {
    /** @throws IllegalArgumentException for a currency that ISO 4217 does not know */
    public Money {
        if (Currency.getInstance(currency).getDefaultFractionDigits() < 0)
            throw new IllegalArgumentException("not a circulating currency");
    }

    /**
     * Reads a decimal amount.
     *
     * @throws ArithmeticException when it has more decimals than the currency or does not fit
     * @throws IllegalArgumentException for an unknown currency
     */
    public static Money of(BigDecimal amount, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(amount.movePointRight(Math.max(digits, 0)).longValueExact(), currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** The amount with as many decimals as the currency has. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** @throws IllegalArgumentException when {@code other} is in another currency */
    public Money plus(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minorUnits, (long) quantity), currency);
    }

    /** The amount and its currency, as in {@code 999.99 USD}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency;
    }
}
