package dev.daybook.identity.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of what an account is made of; the constants suit Bean Validation and OpenAPI annotations. */
public final class AccountRules {
    public static final String USERNAME_PATTERN = "[A-Za-z0-9._-]{3,50}";
    public static final int MIN_PASSWORD_LENGTH = 8;
    public static final int MAX_PASSWORD_LENGTH = 128;
    public static final int MAX_FULL_NAME_LENGTH = 100;
    public static final int MAX_EMAIL_LENGTH = 254;
    public static final int MAX_PHONE_LENGTH = 32;
    public static final int MAX_PAGE_SIZE = 100;

    private static final Pattern USERNAME = Pattern.compile(USERNAME_PATTERN);

    private AccountRules() {}

    public static boolean isUsername(String value) {
        return USERNAME.matcher(value).matches();
    }

    /** @throws IllegalArgumentException that names the field, never its value */
    public static void requireProfile(String fullName, @Nullable String email, @Nullable String phone) {
        requireText("fullName", fullName, MAX_FULL_NAME_LENGTH);
        if (email != null) {
            requireText("email", email, MAX_EMAIL_LENGTH);
            if (email.indexOf('@') < 0) throw new IllegalArgumentException("email has no @");
        }
        if (phone != null) requireText("phone", phone, MAX_PHONE_LENGTH);
    }

    private static void requireText(String field, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength)
            throw new IllegalArgumentException(field + " must have 1 to " + maxLength + " characters");
    }
}
