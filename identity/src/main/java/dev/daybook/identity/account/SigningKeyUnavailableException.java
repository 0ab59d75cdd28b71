package dev.daybook.identity.account;

/** Access tokens cannot be signed, so there is no point in starting. */
class SigningKeyUnavailableException extends RuntimeException {
    SigningKeyUnavailableException(String message) {
        super(message);
    }

    SigningKeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
