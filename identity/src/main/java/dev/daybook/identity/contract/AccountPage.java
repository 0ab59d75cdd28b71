package dev.daybook.identity.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some accounts in the order of their ids, and where to go on, unless these were the last. */
public record AccountPage(List<AccountView> items, @Nullable String nextCursor) {
    public AccountPage {
        items = List.copyOf(items);
    }
}
