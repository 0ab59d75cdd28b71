package dev.daybook.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "999.99, USD, 99999, 999.99 USD",
        "10, USD, 1000, 10.00 USD",
        "0, EUR, 0, 0.00 EUR",
        "-0.01, EUR, -1, -0.01 EUR",
        "1500, JPY, 1500, 1500 JPY",
        "1.234, KWD, 1234, 1.234 KWD"
    })
    void readsAndWritesAmountsInTheDecimalsOfTheCurrency(
            BigDecimal amount, String currency, long minorUnits, String written) {
        Money money = Money.of(amount, currency);

        assertThat(money).isEqualTo(new Money(minorUnits, currency)).hasToString(written);
        assertThat(money.toDecimal()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"0.001, USD", "0.5, JPY", "92233720368547758.08, USD"})
    void refusesAmountsThatTheCurrencyCannotHold(BigDecimal amount, String currency) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "XXX", "XAU", "DOLLAR", ""})
    void refusesCurrenciesThatDoNotCirculate(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, currency));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(BigDecimal.ONE, currency));
    }

    @Test
    void adds() {
        assertThat(new Money(1_50, "USD").plus(new Money(50, "USD"))).isEqualTo(new Money(2_00, "USD"));
        assertThat(Money.zero("USD").plus(new Money(50, "USD"))).isEqualTo(new Money(50, "USD"));
    }

    @Test
    void neverAddsOneCurrencyToAnother() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "USD").plus(new Money(1, "EUR")));
    }

    @Test
    void multiplies() {
        assertThat(new Money(29_99, "USD").times(3)).isEqualTo(new Money(89_97, "USD"));
        assertThat(new Money(29_99, "USD").times(0)).isEqualTo(Money.zero("USD"));
    }

    @Test
    void neverWrapsAround() {
        Money most = new Money(Long.MAX_VALUE, "USD");

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(new Money(1, "USD")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    }
}
