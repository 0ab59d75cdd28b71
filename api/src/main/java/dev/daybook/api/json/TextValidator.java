package dev.daybook.api.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

class TextValidator implements ConstraintValidator<Text, @Nullable String> {
    private int max;
    private boolean free;

    @Override
    public void initialize(Text constraint) {
        max = constraint.max();
        free = constraint.free();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) return true;
        if (!free && value.isBlank()) return refuse(context, "must not be blank");
        if (value.length() > max) return refuse(context, "must have at most " + max + " characters");
        IntPredicate unwanted = character -> Character.getType(character) == Character.SURROGATE
                || Character.isISOControl(character)
                        && !(free && (character == '\n' || character == '\r' || character == '\t'));
        if (value.codePoints().anyMatch(unwanted)) return refuse(context, "must not hold control characters");
        return true;
    }

    private static boolean refuse(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}
