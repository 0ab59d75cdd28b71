package dev.daybook.api.problem;

import dev.daybook.api.request.RequestIds;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed outside every controller. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorController.class);

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:${server.error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown != null && BodyTooLargeException.among(thrown)) status = ProblemCode.BODY_TOO_LARGE.status();
        // what the client got wrong is told to the client, not to whoever watches the log
        else if (thrown != null && status < 500) LOG.debug("A request could not be read", thrown);
        else if (thrown != null) LOG.error("Request {} failed outside the controllers", RequestIds.of(request), thrown);
        ProblemCode code = StatusCodes.of(status);
        problems.write(
                problems.of(code.name(), status, StatusCodes.detailOf(code), List.of(), Map.of(), request),
                request,
                response);
    }
}
