package dev.daybook.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybook.catalog.contract.Refusal;
import dev.daybook.catalog.contract.RefusalDetails;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.CommandExecutionException;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** How tests say that a rule said no. */
public final class Refused {
    private Refused() {}

    public static Matcher<RefusalDetails> with(Refusal refusal) {
        return with(refusal, Map.of());
    }

    /** With these facts; any, when none are named. */
    public static Matcher<RefusalDetails> with(Refusal refusal, Map<String, Object> facts) {
        return new TypeSafeMatcher<>(RefusalDetails.class) {
            @Override
            protected boolean matchesSafely(RefusalDetails details) {
                return details.code().equals(refusal.name())
                        && !details.detail().isBlank()
                        && (facts.isEmpty() || details.facts().equals(facts));
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("the refusal " + refusal + " with " + facts);
            }
        };
    }

    public static void with(Refusal refusal, ThrowingCallable call) {
        var failure = catchThrowableOfType(CommandExecutionException.class, call);
        assertThat(failure).as("a refusal").isNotNull();
        assertThat(failure.getDetails().map(RefusalDetails.class::cast).map(RefusalDetails::code))
                .contains(refusal.name());
    }
}
