package dev.daybook.load.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures are no better than three or four digits. */
final class Rounding {
    private Rounding() {}

    static double toThree(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static double toFourDigits(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
