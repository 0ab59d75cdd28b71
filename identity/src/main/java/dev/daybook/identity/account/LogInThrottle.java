package dev.daybook.identity.account;

import org.jspecify.annotations.Nullable;

/**
 * Bounds failed log-ins. Counts are kept under plain text keys and taken in one step before the password is looked at, so
 * that an implementation may count in a store that several nodes share.
 */
interface LogInThrottle {
    /**
     * Counts an attempt as failed until it is said to have succeeded.
     *
     * @param usernameKey the account tried, or null when no account can have that name
     * @param address where it came from, or null when the account alone counts
     * @throws dev.daybook.identity.contract.IdentityException TOO_MANY_ATTEMPTS
     */
    Attempt admit(@Nullable String usernameKey, @Nullable String address);

    /** An attempt that was let through. */
    interface Attempt {
        /** Forgets the account's failures and takes this attempt, but nothing else, off the address's count. */
        void succeeded();
    }
}
