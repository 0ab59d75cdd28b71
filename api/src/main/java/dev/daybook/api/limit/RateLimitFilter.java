package dev.daybook.api.limit;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.Problems;
import dev.daybook.identity.contract.Caller;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests of the API per account, or per address for those who have none, and refuses what is too much. */
public final class RateLimitFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimitFilter.class);

    /** The files of a page are dozens, and cost next to nothing. */
    private static final List<String> COUNTED = List.of("/api", "/problems");

    private final RateLimitSettings settings;
    private final RateLimits limits;
    private final Problems problems;

    RateLimitFilter(RateLimitSettings settings, RateLimits limits, Problems problems) {
        this.settings = settings;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = SignedIn.current();
        long perMinute = caller.isPresent() ? settings.userPerMinute() : settings.anonymousPerMinute();
        String client = caller.map(signedIn -> "account " + signedIn.accountId())
                .orElseGet(() -> "address " + request.getRemoteAddr());
        Optional<ConsumptionProbe> taken = take(client, perMinute);
        if (taken.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe probe = taken.get();
        String policy = caller.isPresent() ? "user" : "anonymous";
        response.setHeader(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, perMinute, RateLimits.WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(policy, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        response.setHeader("Retry-After", String.valueOf(wait));
        problems.write(
                problems.of(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "More than " + perMinute + " requests a minute. Try again in " + wait + " s.",
                        request),
                request,
                response);
    }

    /** Nothing when nobody can count: a limit is no reason to turn away what can be served without the database. */
    private Optional<ConsumptionProbe> take(String client, long perMinute) {
        try {
            return Optional.of(limits.bucket(client, perMinute).tryConsumeAndReturnRemaining(1));
        } catch (BucketExecutionException e) {
            LOG.warn("A request is not counted", e);
            return Optional.empty();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // decoded, as it is when a controller is looked for: else %61pi would do to be left uncounted
        String path = request.getServletPath();
        return !settings.enabled()
                || COUNTED.stream().noneMatch(counted -> path.equals(counted) || path.startsWith(counted + "/"));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
    }
}
