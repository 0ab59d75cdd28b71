package dev.daybook.api.user;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Account")
record AccountBody(
        @Schema(example = "user-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String id,

        @Schema(example = "ada") String username,
        @Schema(example = "Ada Lovelace") String fullName,
        @Schema(example = "ada@example.org") @Nullable String email,
        @Schema(example = "+44 20 7946 0000") @Nullable String phone,
        List<Role> roles,
        Instant createdAt) {
    static AccountBody of(AccountView account) {
        return new AccountBody(
                account.id(),
                account.username(),
                account.fullName(),
                account.email(),
                account.phone(),
                account.roles().stream().sorted().toList(),
                account.createdAt());
    }

    /** The id alone: whatever prints this must not name a person. */
    @Override
    public String toString() {
        return "AccountBody[" + id + "]";
    }
}
