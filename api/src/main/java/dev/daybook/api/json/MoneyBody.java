package dev.daybook.api.json;

import dev.daybook.catalog.contract.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money on the wire: a decimal text, never a floating-point number, and an ISO 4217 code. */
@Schema(name = "Money", description = "A decimal amount as text, and an ISO 4217 currency code")
public record MoneyBody(
        @Schema(example = "199.98", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String amount,

        @Schema(example = "USD", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String currency) {
    public static MoneyBody of(Money money) {
        return new MoneyBody(money.toDecimal().toPlainString(), money.currency());
    }

    /** To be called on what {@link Price} has found valid. */
    public Money toMoney() {
        if (amount == null || currency == null) throw new IllegalStateException("money was not validated");
        return Money.of(new BigDecimal(amount), currency);
    }
}
