package dev.daybook.order.contract;

import dev.daybook.catalog.contract.Refusal;
import dev.daybook.catalog.contract.RefusalDetails;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;

/** What refused commands are recognised by. */
public final class Refusals {
    private Refusals() {}

    public static Matcher<Object> refusedAs(Refusal refusal) {
        return new CustomMatcher<>("refused as " + refusal.name()) {
            @Override
            public boolean matches(Object details) {
                return details instanceof RefusalDetails refused
                        && refused.code().equals(refusal.name());
            }
        };
    }
}
