package dev.daybook.api.caller;

import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.Role;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller whose token was good. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final transient BooleanSupplier good;

    /** @param good whether the token still is, whenever it is asked */
    public SignedIn(Caller caller, BooleanSupplier good) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.caller = caller;
        this.good = good;
        setAuthenticated(true);
    }

    /** The caller of the current request, when there is one with a good token. */
    public static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedIn signedIn ? Optional.of(signedIn.caller) : Optional.empty();
    }

    public static boolean isAdmin(Caller caller) {
        return caller.roles().contains(Role.ADMIN);
    }

    /** Whether the token that came with the request is still good: for answers that take longer than a token may last. */
    public boolean isStillGood() {
        return good.getAsBoolean();
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return caller.accountId();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignedIn signedIn && caller.equals(signedIn.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
