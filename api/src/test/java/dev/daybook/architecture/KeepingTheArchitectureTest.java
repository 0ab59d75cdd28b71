package dev.daybook.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepingTheArchitectureTest {
    private static final JavaClasses REAL = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            // does not ship
            .withImportOption(location -> !location.contains("/dev/daybook/testing/"))
            .importPackages("dev.daybook");

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule.check(REAL);
    }

    @ParameterizedTest
    @EnumSource
    void reportsEachBadSpecimen(Rule rule) {
        assertThat(rule.badSpecimens).isNotEmpty().allSatisfy(specimen -> {
            var result = rule.rule.evaluate(new ClassFileImporter().importClasses(specimen));
            assertThat(result.getFailureReport().getDetails())
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(detail).contains(specimen.getName()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereItFindsNothingToCheck(Rule rule) {
        var nothing = new ClassFileImporter().importClasses();
        assertThatThrownBy(() -> rule.rule.check(nothing)).isInstanceOf(AssertionError.class);
    }

    @Test
    void looksAtEveryModule() {
        assertThat(REAL)
                .extracting(type -> type.getPackageName().replaceFirst("^(dev\\.daybook\\.\\w+).*", "$1"))
                .contains(
                        "dev.daybook.catalog",
                        "dev.daybook.cart",
                        "dev.daybook.order",
                        "dev.daybook.identity",
                        "dev.daybook.query",
                        "dev.daybook.api");
    }
}
