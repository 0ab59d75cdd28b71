package dev.daybook.api.security;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.identity.contract.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a good bearer token into the caller; a bad one is only noted, so that it is still counted before it is refused. */
class BearerFilter extends OncePerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);
    private static final String REFUSED = BearerFilter.class.getName();

    private final Tokens tokens;

    BearerFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    static boolean refused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null) {
            Matcher bearer = BEARER.matcher(header);
            String token = bearer.matches() ? bearer.group(1) : "";
            var caller = tokens.verify(token);
            if (caller.isPresent()) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        new SignedIn(caller.get(), () -> tokens.verify(token).isPresent()));
                SecurityContextHolder.setContext(context);
            } else {
                request.setAttribute(REFUSED, true);
            }
        }
        chain.doFilter(request, response);
    }
}
