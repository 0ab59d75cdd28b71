package dev.daybook.api.problem;

import dev.daybook.api.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Service")
@RestController
class ProblemDocumentController {
    private final Words words;

    ProblemDocumentController(Words words) {
        this.words = words;
    }

    @Operation(summary = "What a problem's type URI means")
    @GetMapping("/problems/{code}")
    ProblemDocument problem(@PathVariable String code) {
        Locale language = LocaleContextHolder.getLocale();
        String name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        String title = words.find("problem." + name, language);
        String meaning = words.find("problem." + name + ".meaning", language);
        if (title == null || meaning == null || !Problem.typeOf(name).endsWith("/" + code))
            throw ProblemException.notFound("kind of problem");
        return new ProblemDocument(Problem.typeOf(name), name, title, meaning);
    }

    /** What a code means, and what to do about it. */
    record ProblemDocument(
            @Schema(example = "/problems/empty-cart") String type,
            @Schema(example = "EMPTY_CART") String code,
            @Schema(example = "The cart is empty") String title,

            @Schema(example = "There is nothing to check out.")
            String meaning) {}
}
