package dev.daybook.api.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionException;
import org.springframework.validation.FieldError;

/**
 * Says in one and the same way which setting makes no sense, whether its value cannot be read, breaks a constraint, or is
 * refused together with another.
 */
class UnusableSettingFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException>
        implements Ordered {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ConfigurationPropertiesBindException cause) {
        List<String> problems = problems(cause);
        if (problems.isEmpty()) return null;
        return new FailureAnalysis(
                String.join(System.lineSeparator(), problems),
                "Mend it where it is set. All settings are in docs/configuration.md.",
                cause);
    }

    private List<String> problems(ConfigurationPropertiesBindException failure) {
        BindValidationException broken = findCause(failure, BindValidationException.class);
        if (broken != null)
            return broken.getValidationErrors().getAllErrors().stream()
                    .filter(FieldError.class::isInstance)
                    .map(FieldError.class::cast)
                    .map(error -> "%s %s; it is %s."
                            .formatted(
                                    SettingNames.inWords(
                                            broken.getValidationErrors().getName() + "."
                                                    + DataObjectPropertyName.toDashedForm(error.getField())),
                                    error.getDefaultMessage(),
                                    error.getRejectedValue()))
                    .sorted()
                    .toList();
        BindException unread = findCause(failure, BindException.class);
        if (unread != null && findCause(unread, ConversionException.class) != null && unread.getProperty() != null)
            return List.of("%s must be a %s; it is '%s'."
                    .formatted(
                            SettingNames.inWords(unread.getName().toString()),
                            unread.getTarget().getType().resolve(Object.class).getSimpleName(),
                            unread.getProperty().getValue()));
        IllegalArgumentException refused = findCause(failure, IllegalArgumentException.class);
        String message = refused == null ? null : refused.getMessage();
        if (message == null) return List.of();
        String name = message.split(" ", 2)[0];
        if (!ConfigurationPropertyName.isValid(name) || !name.startsWith("daybook.")) return List.of();
        return List.of(SettingNames.inWords(name) + message.substring(name.length()) + ".");
    }

    /** Before Spring Boot's own, which show classes rather than settings. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
