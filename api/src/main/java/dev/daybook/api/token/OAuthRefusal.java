package dev.daybook.api.token;

/** Refused in the words of RFC 6749, section 5.2. */
class OAuthRefusal extends RuntimeException {
    private final String error;

    OAuthRefusal(String error, String description) {
        super(description);
        this.error = error;
    }

    String error() {
        return error;
    }
}
