package dev.daybook.query.recentviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.query.RunningViews;
import dev.daybook.testing.OnBothEngines;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothEngines
class RememberingWhatWasLookedAtTest {
    @Test
    void keepsTheLastTwentyOfEachCustomer() {
        try (var views = RunningViews.onNewDatabase()) {
            var recent = views.bean(RecentViews.class);
            assertThat(recent.of("user-ada")).isEmpty();

            IntStream.range(0, 25).forEach(i -> recent.viewed("user-ada", "product-" + i));
            recent.viewed("user-ada", "product-10");
            recent.viewed("user-bob", "product-1");

            assertThat(recent.of("user-ada"))
                    .hasSize(20)
                    .doesNotHaveDuplicates()
                    .startsWith("product-10", "product-24", "product-23")
                    .endsWith("product-6", "product-5");
            assertThat(recent.of("user-bob")).containsExactly("product-1");
            assertThat(views.jdbc()
                            .sql("select count(*) from recent_view")
                            .query(Long.class)
                            .single())
                    .isEqualTo(21);
        }
    }
}
