package dev.daybook.api.problem;

import dev.daybook.api.json.WebJson;
import dev.daybook.api.problem.Problem.FieldError;
import dev.daybook.api.request.RequestIds;
import dev.daybook.api.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Makes problem documents, and writes them where no controller is at hand. */
@Component
public class Problems {
    private final Words words;
    private final WebJson json;

    public Problems(Words words, WebJson json) {
        this.words = words;
        this.json = json;
    }

    public Problem of(ProblemCode code, String detail, HttpServletRequest request) {
        return of(code.name(), code.status(), detail, List.of(), Map.of(), request);
    }

    Problem of(
            String code,
            int status,
            String detail,
            List<FieldError> errors,
            Map<String, Object> facts,
            HttpServletRequest request) {
        return new Problem(
                Problem.typeOf(code),
                title(code, Words.languageOf(request)),
                status,
                detail,
                code,
                RequestIds.of(request),
                errors,
                facts);
    }

    String title(String code, Locale language) {
        String own = words.find("problem." + code, language);
        return own != null ? own : Objects.requireNonNull(words.say("problem.REFUSED", language));
    }

    /** Answers with the problem; nothing happens when an answer is already on its way. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        byte[] body = json.bytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", Words.languageOf(request).toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
