package dev.daybook.api.user;

import dev.daybook.api.user.AccountRequests.Change;
import dev.daybook.api.user.AccountRequests.PasswordChange;
import dev.daybook.api.user.AccountRequests.Registration;
import dev.daybook.api.user.AccountRequests.Roles;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.Caller;
import dev.daybook.identity.contract.NewAccount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Users")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class UserCommandController {
    private final Accounts accounts;

    UserCommandController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Operation(summary = "Open an account")
    @PostMapping("/api/users/register")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountBody> register(@Valid @RequestBody Registration request) {
        var account = accounts.register(new NewAccount(
                request.username(), request.password(), request.fullName(), request.email(), request.phone()));
        return ResponseEntity.created(URI.create("/api/users/me")).body(AccountBody.of(account));
    }

    @Operation(summary = "Change the own account")
    @PutMapping("/api/users/me")
    AccountBody changeAccount(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Change request) {
        return AccountBody.of(
                accounts.update(caller.accountId(), request.fullName(), request.email(), request.phone()));
    }

    @Operation(summary = "Change the own password; ends every session")
    @PutMapping("/api/users/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@AuthenticationPrincipal Caller caller, @Valid @RequestBody PasswordChange request) {
        accounts.changePassword(caller.accountId(), request.currentPassword(), request.newPassword());
    }

    @Operation(summary = "Give an account its roles")
    @PutMapping("/api/users/{id}/roles")
    AccountBody setRoles(@PathVariable String id, @Valid @RequestBody Roles request) {
        return AccountBody.of(accounts.setRoles(id, request.roles()));
    }
}
