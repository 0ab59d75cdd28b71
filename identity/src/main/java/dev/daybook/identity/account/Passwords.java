package dev.daybook.identity.account;

import dev.daybook.identity.contract.AccountRules;
import dev.daybook.identity.contract.IdentityProblem;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords and says which are too weak. */
@Component
class Passwords {
    private static final String SCHEME = "argon2@SpringSecurity_v5_8";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            SCHEME, Map.of(SCHEME, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

    // each hash takes 16 MB and a whole processor: more at once would not be faster, only exhaust the heap
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    // Daybook starts meanwhile
    private final CompletableFuture<String> nobodysHash =
            CompletableFuture.supplyAsync(() -> encoder.encode(UUID.randomUUID().toString()));

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Compares, and takes as long when there is no {@code hash}, so that time does not tell who has an account. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = inTurn(() -> encoder.matches(password, hash != null ? hash : nobodysHash.join()));
        return same && hash != null;
    }

    void requireStrong(String password, String username) {
        if (password.length() < AccountRules.MIN_PASSWORD_LENGTH
                || password.length() > AccountRules.MAX_PASSWORD_LENGTH
                || password.isBlank())
            throw IdentityProblem.WEAK_PASSWORD.because("a password has " + AccountRules.MIN_PASSWORD_LENGTH + " to "
                    + AccountRules.MAX_PASSWORD_LENGTH + " characters");
        if (password.equalsIgnoreCase(username))
            throw IdentityProblem.WEAK_PASSWORD.because("a password must not be the user name");
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
