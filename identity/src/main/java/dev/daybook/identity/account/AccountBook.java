package dev.daybook.identity.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.identity.contract.AccountPage;
import dev.daybook.identity.contract.AccountRules;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AccountBook implements Accounts {
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LogInThrottle throttle;
    private final OwnTransaction transaction;
    private final Clock clock;

    AccountBook(
            AccountRows accounts,
            Passwords passwords,
            Sessions sessions,
            LogInThrottle throttle,
            OwnTransaction transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public AccountView register(NewAccount account) {
        return open(account, Set.of(Role.USER));
    }

    @Override
    public AccountView ensure(NewAccount account, Set<Role> roles) {
        try {
            return open(account, roles);
        } catch (IdentityException refusal) {
            if (refusal.problem() != IdentityProblem.USERNAME_TAKEN) throw refusal;
            return accounts.findByUsernameKey(Account.usernameKey(account.username()))
                    .orElseThrow(() -> refusal)
                    .view();
        }
    }

    @Override
    public long count() {
        return accounts.count();
    }

    private AccountView open(NewAccount request, Set<Role> roles) {
        String usernameKey = Account.usernameKey(request.username());
        requireFree(usernameKey);
        passwords.requireStrong(request.password(), request.username());
        String id = Account.ID_PREFIX + UuidCreator.getTimeOrderedEpoch();
        Account account = Account.open(id, request, passwords.hash(request.password()), roles, clock.instant());
        return transaction.run(() -> {
            // looked up under a lock: a violated unique key would log the name
            accounts.lockAll();
            requireFree(usernameKey);
            accounts.insert(account);
            return account.view();
        });
    }

    private void requireFree(String usernameKey) {
        if (accounts.isTaken(usernameKey)) throw IdentityProblem.USERNAME_TAKEN.because("this user name is taken");
    }

    @Override
    public Optional<AccountView> find(String id) {
        return accounts.find(id).map(Account::view);
    }

    @Override
    public AccountView update(String id, String fullName, @Nullable String email, @Nullable String phone) {
        AccountRules.requireProfile(fullName, email, phone);
        return transaction.run(() -> {
            Account account = locked(id).withProfile(fullName, email, phone);
            accounts.update(account);
            return account.view();
        });
    }

    @Override
    public void changePassword(String id, String currentPassword, String newPassword) {
        Account known = accounts.find(id).orElseThrow(AccountBook::unknownAccount);
        // else a stolen access token would do to guess the password with
        LogInThrottle.Attempt attempt = throttle.admit(Account.usernameKey(known.username()), null);
        if (!passwords.matches(currentPassword, known.passwordHash())) throw wrongPassword();
        attempt.succeeded();
        passwords.requireStrong(newPassword, known.username());
        String newHash = passwords.hash(newPassword);
        transaction.run(() -> {
            Account account = locked(id);
            if (!account.passwordHash().equals(known.passwordHash())) throw wrongPassword();
            accounts.update(account.withPassword(newHash));
            sessions.endAllOf(id);
            return account;
        });
    }

    @Override
    public AccountPage list(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > AccountRules.MAX_PAGE_SIZE)
            throw new IllegalArgumentException("limit must be 1 to " + AccountRules.MAX_PAGE_SIZE);
        String after = cursor == null ? "" : idIn(cursor);
        List<AccountView> found =
                accounts.after(after, limit + 1).stream().map(Account::view).toList();
        if (found.size() <= limit) return new AccountPage(found, null);
        List<AccountView> items = found.subList(0, limit);
        return new AccountPage(items, cursorAt(items.getLast().id()));
    }

    @Override
    public AccountView setRoles(String id, Set<Role> roles) {
        return transaction.run(() -> {
            accounts.lockAll();
            Account account = locked(id);
            boolean demoted = account.roles().contains(Role.ADMIN) && !roles.contains(Role.ADMIN);
            if (demoted && accounts.countAdmins() == 1)
                throw IdentityProblem.LAST_ADMIN.because("nobody would be left to administer");
            Account changed = account.withRoles(roles);
            if (changed.equals(account)) return account.view();
            accounts.updateRoles(changed);
            sessions.endAllOf(id);
            return changed.view();
        });
    }

    private Account locked(String id) {
        return accounts.lock(id).orElseThrow(AccountBook::unknownAccount);
    }

    private static String cursorAt(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String idIn(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (id.startsWith(Account.ID_PREFIX)) return id;
        } catch (IllegalArgumentException notBase64) {
            throw invalidCursor();
        }
        throw invalidCursor();
    }

    private static IdentityException unknownAccount() {
        return IdentityProblem.UNKNOWN_ACCOUNT.because("there is no such account");
    }

    private static IdentityException wrongPassword() {
        return IdentityProblem.INVALID_CREDENTIALS.because("the current password is wrong");
    }

    private static IdentityException invalidCursor() {
        return IdentityProblem.INVALID_CURSOR.because("this cursor was not given with a page");
    }
}
