package dev.daybook.api.limit;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes bodies of at most 64 KiB: told by their declared length, or counted while they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimitFilter extends OncePerRequestFilter {
    static final int MOST = 64 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            problems.write(
                    problems.of(ProblemCode.BODY_TOO_LARGE, "The body is larger than 64 KiB.", request),
                    request,
                    response);
            return;
        }
        chain.doFilter(new CountedRequest(request), response);
    }
}
