package dev.daybook.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An RFC 9457 problem document.
 *
 * @param type a URI that stays the same for a code, and describes it when followed
 * @param facts what the rule that refused adds, as members of the document
 */
@Schema(description = "An RFC 9457 problem document", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "traceId", "errors"})
public record Problem(
        @Schema(example = "/problems/not-found") String type,
        @Schema(example = "Not found") String title,
        @Schema(example = "404") int status,
        @Schema(example = "There is no such order.") String detail,
        @Schema(example = "NOT_FOUND") String code,

        @Schema(example = "0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String traceId,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonIgnore Map<String, Object> facts) {
    /** One invalid field, and what it should be. */
    public record FieldError(
            @Schema(example = "quantity") String field,
            @Schema(example = "must be between 1 and 999") String message) {}

    /** The type URI of a code. */
    public static String typeOf(String code) {
        return "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return facts;
    }
}
