package dev.daybook.api.security;

import dev.daybook.api.problem.ProblemCode;
import dev.daybook.api.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** How the security chain says no. */
@Component
class Refusals {
    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean refused = BearerFilter.refused(request);
        response.setHeader(
                "WWW-Authenticate",
                refused ? "Bearer realm=\"daybook\", error=\"invalid_token\"" : "Bearer realm=\"daybook\"");
        String detail = refused ? "The access token is not valid, or no longer." : "An access token is needed.";
        problems.write(problems.of(ProblemCode.UNAUTHENTICATED, detail, request), request, response);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(problems.of(ProblemCode.FORBIDDEN, "Your account may not do this.", request), request, response);
    }

    void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                problems.of(ProblemCode.MALFORMED_REQUEST, "The request's address or headers are malformed.", request),
                request,
                response);
    }
}
