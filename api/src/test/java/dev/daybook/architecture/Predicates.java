package dev.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Date;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The words the rules are written in. Patterns start with two dots so that they find the specimens too. */
final class Predicates {
    static final String OURS = "..dev.daybook..";
    static final String CATALOG = "..dev.daybook.catalog..";
    static final String CART = "..dev.daybook.cart..";
    static final String ORDER = "..dev.daybook.order..";
    static final String IDENTITY = "..dev.daybook.identity..";
    static final String QUERY = "..dev.daybook.query..";
    static final String API = "..dev.daybook.api..";
    static final String VIEWS = "..dev.daybook.query.*..";
    static final String CONTRACTS = "..dev.daybook.*.contract..";

    private Predicates() {}

    static String contractOf(String module) {
        return module.substring(0, module.length() - 2) + ".contract..";
    }

    static DescribedPredicate<JavaClass> oursOutside(String... packages) {
        return resideInAPackage(OURS)
                .and(not(resideInAnyPackage(packages)))
                .as("are ours, but outside %s", String.join(", ", packages));
    }

    static final DescribedPredicate<JavaClass> WHAT_A_CONTRACT_MAY_USE = resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..",
                    "org.springframework.boot.context.properties..",
                    "org.springframework.validation.annotation..",
                    "jakarta.validation..",
                    CONTRACTS)
            .or(isOneOf(TargetAggregateIdentifier.class, TargetAggregateVersion.class, CommandExecutionException.class))
            .as("belong to the JDK, to other contracts, or to the few annotations and types a contract needs");

    /** Settings are no messages: a share between 0 and 1 may be a floating-point number there. */
    static final DescribedPredicate<JavaClass> SETTINGS = describe("are settings", type -> {
        for (var outer = type; ; outer = outer.getEnclosingClass().orElseThrow()) {
            if (outer.isAnnotatedWith(ConfigurationProperties.class)) return true;
            if (outer.getEnclosingClass().isEmpty()) return false;
        }
    });

    static final DescribedPredicate<JavaClass> FLOATING_POINT =
            isOneOf(float.class, double.class, Float.class, Double.class).as("floating-point numbers");

    static final DescribedPredicate<JavaClass> FAMILY_OF_MESSAGES = resideInAPackage(CONTRACTS)
            .and(describe(
                    "families of messages",
                    type -> type.isInterface() && type.getSimpleName().matches(".+(Command|Event)")))
            .as("interfaces of a contract called …Command or …Event");

    static final DescribedPredicate<JavaClass> MESSAGE = describe(
            "commands or events",
            type -> !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(FAMILY_OF_MESSAGES));

    static final DescribedPredicate<JavaClass> RECORD_IN_ITS_FAMILY = describe(
            "a record nested in the sealed interface that it implements",
            type -> type.isRecord()
                    && type.getEnclosingClass()
                            .filter(family -> isSealed(family) && type.isAssignableTo(family.getName()))
                            .isPresent());

    static final DescribedPredicate<JavaClass> RECORD_OR_ITS_FAMILY = RECORD_IN_ITS_FAMILY
            .or(FAMILY_OF_MESSAGES.and(describe("sealed", Predicates::isSealed)))
            .as("a sealed interface of a contract, or a record nested in it");

    static final DescribedPredicate<JavaClass> VIEW_WRITER = resideInAPackage(VIEWS)
            .and(describe(
                    "handle events",
                    type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(EventHandler.class))))
            .and(not(describe("refuse replays", type -> type.isAnnotatedWith(DisallowReplay.class))))
            .as("write views, that is, handle events in a package of query and let them be replayed");

    private static final DescribedPredicate<JavaClass> JDBC = resideInAPackage("org.springframework.jdbc..");

    static final DescribedPredicate<JavaClass> PERSISTENCE = JDBC.or(describe(
                    "use it", type -> type.getFields().stream().anyMatch(field -> JDBC.test(field.getRawType()))))
            .as("persistence");

    static final DescribedPredicate<JavaClass> TOP_LEVEL = describe("top level", JavaClass::isTopLevelClass);

    /** Accesses, not calls: {@code Instant::now} reads the clock as well. */
    static final DescribedPredicate<JavaAccess<?>> READS_THE_WALL_CLOCK = describe("reads the wall clock", access -> {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !takesAClock(target);
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "<init>" -> owner.equals(Date.class.getName()) && takesNothing(target);
            default -> false;
        };
    });

    static final DescribedPredicate<JavaAccess<?>> MAKES_A_CLOCK = describe("makes a clock", access -> {
        AccessTarget target = access.getTarget();
        return target.getOwner().isEquivalentTo(Clock.class) && target.getName().matches("(system|tick).*");
    });

    static final DescribedPredicate<JavaClass> CONFIGURATION =
            describe("configuration", type -> type.isAnnotatedWith(Configuration.class));

    static boolean isSealed(JavaClass type) {
        return type.isInterface() && type.reflect().isSealed();
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                && codeUnit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                && codeUnit.getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaClass> isOneOf(Class<?>... types) {
        return describe("one of", type -> {
            for (Class<?> candidate : types) if (type.isEquivalentTo(candidate)) return true;
            return false;
        });
    }
}
