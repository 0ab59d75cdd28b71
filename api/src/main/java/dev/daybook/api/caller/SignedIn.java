package dev.daybook.api.caller;

import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller whose token was good. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Caller caller;

    public SignedIn(Caller caller) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.caller = caller;
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
