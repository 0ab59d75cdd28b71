package dev.daybook.api.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

class PriceValidator implements ConstraintValidator<Price, @Nullable MoneyBody> {
    private static final BigDecimal MOST = new BigDecimal("100000000.00");
    /** Plain notation only: an exponent could blow a short text up to gigabytes of digits. */
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    @Override
    public boolean isValid(@Nullable MoneyBody price, ConstraintValidatorContext context) {
        if (price == null) return true;
        int decimals = decimalsOf(price.currency());
        if (price.currency() == null) return refuse(context, "currency", "must not be null");
        if (decimals < 0) return refuse(context, "currency", "must be the ISO 4217 code of a circulating currency");
        if (price.amount() == null) return refuse(context, "amount", "must not be null");
        if (!PLAIN_DECIMAL.matcher(price.amount()).matches())
            return refuse(context, "amount", "must be a decimal number such as 199.98");
        BigDecimal amount = new BigDecimal(price.amount());
        if (amount.signum() < 0) return refuse(context, "amount", "must not be negative");
        if (amount.compareTo(MOST) > 0) return refuse(context, "amount", "must be at most " + MOST);
        if (amount.stripTrailingZeros().scale() > decimals)
            return refuse(context, "amount", "must have at most " + decimals + " decimals");
        return true;
    }

    private static int decimalsOf(@Nullable String currency) {
        if (currency == null) return -1;
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    private static boolean refuse(ConstraintValidatorContext context, String field, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
