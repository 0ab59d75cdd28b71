package dev.daybook.api.page;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list; {@code nextCursor} asks for more, and is null when there are none. */
public record Page<T>(
        List<T> items,
        @Schema(example = "eyJvIjoiMDE5OCJ9") @Nullable String nextCursor) {
    public static <V, T> Page<T> of(List<V> views, @Nullable String nextCursor, Function<V, T> translate) {
        return new Page<>(views.stream().map(translate).toList(), nextCursor);
    }

    /** A list that is never long enough to be cut. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
