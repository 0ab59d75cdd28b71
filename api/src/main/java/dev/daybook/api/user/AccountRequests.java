package dev.daybook.api.user;

import dev.daybook.api.json.Text;
import dev.daybook.identity.contract.AccountRules;
import dev.daybook.identity.contract.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients send about accounts; none of it may be printed. */
final class AccountRequests {
    private AccountRequests() {}

    @Schema(name = "Registration")
    record Registration(
            @NotNull
            @Pattern(
                    regexp = AccountRules.USERNAME_PATTERN,
                    message = "must be 3 to 50 letters, digits, dots, dashes or underscores")
            @Schema(example = "ada")
            String username,

            @NotNull
            @Size(min = AccountRules.MIN_PASSWORD_LENGTH, max = AccountRules.MAX_PASSWORD_LENGTH)
            @Schema(example = "a long and winding phrase", format = "password")
            String password,

            @NotNull @Text(max = AccountRules.MAX_FULL_NAME_LENGTH) @Schema(example = "Ada Lovelace")
            String fullName,

            @Nullable @Email @Text(max = AccountRules.MAX_EMAIL_LENGTH) @Schema(example = "ada@example.org")
            String email,

            @Nullable @Text(max = AccountRules.MAX_PHONE_LENGTH) @Schema(example = "+44 20 7946 0000")
            String phone) {
        @Override
        public String toString() {
            return "Registration";
        }
    }

    @Schema(name = "AccountChange")
    record Change(
            @NotNull @Text(max = AccountRules.MAX_FULL_NAME_LENGTH) @Schema(example = "Ada King")
            String fullName,

            @Nullable @Email @Text(max = AccountRules.MAX_EMAIL_LENGTH) @Schema(example = "ada@example.org")
            String email,

            @Nullable @Text(max = AccountRules.MAX_PHONE_LENGTH) @Schema(example = "+44 20 7946 0000")
            String phone) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotNull @Size(max = AccountRules.MAX_PASSWORD_LENGTH) @Schema(format = "password")
            String currentPassword,

            @NotNull
            @Size(min = AccountRules.MIN_PASSWORD_LENGTH, max = AccountRules.MAX_PASSWORD_LENGTH)
            @Schema(format = "password")
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @Schema(name = "Roles")
    record Roles(@NotNull Set<@NotNull Role> roles) {}
}
