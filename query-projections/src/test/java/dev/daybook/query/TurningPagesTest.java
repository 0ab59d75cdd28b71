package dev.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.catalog.contract.RefusalDetails;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurningPagesTest {
    private final Cursor cursor = Cursor.of("products", null, "Books", 5);

    @Test
    void goesOnAfterTheKeyOfTheLastItem() {
        var at = Instant.parse("2026-01-02T03:04:05.678901Z");
        String word = cursor.after("Ünïcode \u0000 name", 42L, new BigDecimal("19.90"), at);

        Cursor.Key key = cursor.read(word, 4);

        assertThat(key).isNotNull();
        assertThat(key.text(0)).isEqualTo("Ünïcode \u0000 name");
        assertThat(key.number(1)).isEqualTo(42);
        assertThat(key.decimal(2)).isEqualTo("19.90");
        assertThat(key.instant(3)).isEqualTo(at);
        assertThat(word).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void startsWithoutOne() {
        assertThat(cursor.read(null, 1)).isNull();
    }

    @Test
    void refusesTheCursorOfAnotherQuestion() {
        String word = Cursor.of("products", "", "Books", 5).after("x");

        assertInvalid(() -> cursor.read(word, 1));
    }

    @Test
    void refusesAKeyOfAnotherShape() {
        String word = cursor.after("x", "y");

        assertInvalid(() -> cursor.read(word, 1));
        assertInvalid(() -> cursor.read(word, 3));
        assertInvalid(() -> cursor.read(word, 2).number(0));
        assertInvalid(() -> cursor.read(word, 2).decimal(0));
        assertInvalid(() -> cursor.read(word, 2).instant(0));
        assertInvalid(() -> cursor.read(cursor.after("+1000000000-12-31T23:59:59.999999999Z"), 1)
                .instant(0));
        assertInvalid(() -> cursor.read(cursor.after("1e999999999"), 1).decimal(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "not base64!", "====", "AAAAAAAAAAA", "AAAA"})
    void refusesNonsense(String word) {
        assertInvalid(() -> cursor.read(word, 1));
    }

    @Test
    void refusesWhatIsFarTooLong() {
        String word = Base64.getUrlEncoder().encodeToString("x".repeat(5000).getBytes(StandardCharsets.UTF_8));

        assertInvalid(() -> cursor.read(word, 1));
    }

    private static void assertInvalid(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        QueryExecutionException.class,
                        refused -> assertThat(refused.<RefusalDetails>getDetails())
                                .hasValueSatisfying(
                                        details -> assertThat(details.code()).isEqualTo("INVALID_CURSOR")));
    }
}
