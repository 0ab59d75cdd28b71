package dev.daybook.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Clock;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.NullMarked;

/** What the rules ask for where ArchUnit has no words of its own. */
final class Conditions {
    private static final Set<String> NOT_FOR_FACTS = Set.of(Clock.class.getName(), AggregateLifecycle.class.getName());

    private Conditions() {}

    static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> predicate) {
        return condition("be " + predicate.getDescription(), (type, violation) -> {
            if (!predicate.test(type)) violation.accept(type.getName() + " is not " + predicate.getDescription());
        });
    }

    static ArchCondition<JavaClass> beSealed() {
        return condition("be sealed", (type, violation) -> {
            if (!Predicates.isSealed(type)) violation.accept(type.getName() + " is not sealed");
        });
    }

    /** What packages of one module share must be public; its contract rules keep the other modules out. */
    static ArchCondition<JavaClass> bePublicForAnotherPackageOfTheModuleOnly() {
        return condition("be public for another package of the module only", (type, violation) -> {
            if (!type.getModifiers().contains(JavaModifier.PUBLIC)) return;
            boolean shared = type.getDirectDependenciesToSelf().stream()
                    .map(dependency -> dependency.getOriginClass().getPackageName())
                    .anyMatch(user -> !user.equals(type.getPackageName())
                            && moduleOf(user).equals(moduleOf(type.getPackageName())));
            if (!shared) violation.accept(type.getName() + " is public, and no other package of its module needs it");
        });
    }

    private static String moduleOf(String packageName) {
        return packageName.replaceFirst("(.*dev\\.daybook\\.\\w+).*", "$1");
    }

    static ArchCondition<JavaClass> useNo(DescribedPredicate<JavaClass> types) {
        return condition("have no field, parameter or result of " + types.getDescription(), (type, violation) -> {
            for (var field : type.getFields())
                if (types.test(field.getRawType())) violation.accept(field.getDescription());
            for (var codeUnit : type.getCodeUnits()) {
                boolean takes = codeUnit.getRawParameterTypes().stream().anyMatch(types);
                if (takes || types.test(codeUnit.getRawReturnType())) violation.accept(codeUnit.getDescription());
            }
        });
    }

    static ArchCondition<JavaCodeUnit> handleFirst(DescribedPredicate<JavaClass> message) {
        return condition("handle " + message.getDescription(), (codeUnit, violation) -> {
            var parameters = codeUnit.getRawParameterTypes();
            if (parameters.isEmpty() || !message.test(parameters.getFirst()))
                violation.accept(codeUnit.getDescription() + " handles something else");
        });
    }

    static ArchCondition<JavaMethod> onlyAssign() {
        return condition("take the event alone and neither log, publish nor read a clock", (method, violation) -> {
            if (method.getRawParameterTypes().size() != 1)
                violation.accept(method.getDescription() + " takes more than the event");
            for (JavaAccess<?> access : method.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (NOT_FOR_FACTS.contains(owner) || owner.startsWith("org.slf4j."))
                    violation.accept(access.getDescription());
            }
        });
    }

    static ArchCondition<JavaClass> haveAResetHandler() {
        return condition("have a @ResetHandler", (type, violation) -> {
            if (type.getAllMethods().stream().noneMatch(method -> method.isAnnotatedWith(ResetHandler.class)))
                violation.accept(type.getName() + " has none");
        });
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a @NullMarked package", (type, violation) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class))
                violation.accept(type.getName() + " lives in a package that is not");
        });
    }

    private static <T> ArchCondition<T> condition(String description, BiConsumer<T, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, message -> events.add(violated(item, message)));
            }
        };
    }
}
