package dev.daybook.api.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Labels and titles in the languages that Daybook speaks. */
@Component
public class Words {
    /** The languages; the first is spoken to those who ask for another. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    public Words() {
        bundle.setBasename("dev.daybook.api.words");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
    }

    /** The words for {@code key} in the language of the current request. */
    public String say(String key) {
        return say(key, LocaleContextHolder.getLocale());
    }

    public String say(String key, Locale locale) {
        return bundle.getMessage(key, null, locale);
    }

    /** As {@link #say(String, Locale)}, or null when there are none. */
    public @Nullable String find(String key, Locale locale) {
        return bundle.getMessage(key, null, null, locale);
    }

    /** The language to answer in, also where Spring has not looked at the request yet. */
    public static Locale languageOf(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Accept-Language");
        if (headers.hasMoreElements()) {
            try {
                Locale best = Locale.lookup(Locale.LanguageRange.parse(headers.nextElement()), LANGUAGES);
                if (best != null) return best;
            } catch (IllegalArgumentException notALanguageRange) {
                return LANGUAGES.getFirst();
            }
        }
        return LANGUAGES.getFirst();
    }
}
