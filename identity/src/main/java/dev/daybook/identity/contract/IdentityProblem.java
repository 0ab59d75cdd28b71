package dev.daybook.identity.contract;

/** Why identity refuses. */
public enum IdentityProblem {
    /** Another account has this user name, in this or another case. */
    USERNAME_TAKEN,
    UNKNOWN_ACCOUNT,
    /** User name and password do not go together; which of them is wrong is not told. */
    INVALID_CREDENTIALS,
    /** The refresh token is unknown, expired, used or revoked. */
    INVALID_GRANT,
    /** Too many failed attempts; {@link IdentityException#retryAfter()} says how long to wait. */
    TOO_MANY_ATTEMPTS,
    /** The new password is too short, too long, or the user name. */
    WEAK_PASSWORD,
    /** Nobody would be left to administer. */
    LAST_ADMIN,
    /** The cursor is none that a page was given with. */
    INVALID_CURSOR;

    /** The refusal to throw; the message is for the client and must not repeat what they sent. */
    public IdentityException because(String message) {
        return new IdentityException(this, message, null);
    }
}
