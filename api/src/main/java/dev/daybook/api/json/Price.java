package dev.daybook.api.json;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Zero to 100,000,000.00 with no more decimals than the currency has; null is left to NotNull. */
@Constraint(validatedBy = PriceValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Price {
    String message() default "must be a price";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
