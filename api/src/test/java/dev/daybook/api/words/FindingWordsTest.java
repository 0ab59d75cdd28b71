package dev.daybook.api.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.cart.contract.CartRefusal;
import dev.daybook.catalog.contract.CatalogRefusal;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.rebuild.ProjectionException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingWordsTest {
    private final Words words = new Words();

    @ParameterizedTest
    @MethodSource
    void everyCodeHasATitleAndAMeaningInBothLanguages(Enum<?> code) {
        for (String key : new String[] {"problem." + code, "problem." + code + ".meaning"}) {
            String english = words.say(key, Locale.ENGLISH);
            assertThat(english).isNotBlank();
            assertThat(words.say(key, Locale.of("ru"))).isNotBlank().isNotEqualTo(english);
        }
    }

    static Stream<Enum<?>> everyCodeHasATitleAndAMeaningInBothLanguages() {
        return Stream.<Enum<?>[]>of(
                        ProblemCode.values(),
                        CatalogRefusal.values(),
                        CartRefusal.values(),
                        OrderRefusal.values(),
                        IdentityProblem.values(),
                        ProjectionException.Problem.values())
                .flatMap(Arrays::stream);
    }

    @Test
    void everyStatusHasALabelInBothLanguages() {
        for (OrderStatus status : OrderStatus.values())
            assertThat(words.say("order.status." + status, Locale.of("ru")))
                    .isNotEqualTo(words.say("order.status." + status, Locale.ENGLISH));
    }
}
