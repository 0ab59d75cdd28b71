package dev.daybook.identity.account;

import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens the first administrator's account, as the environment says. Where demo accounts are made there is one anyway;
 * elsewhere a shop that nobody can administer does not start.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Of the demo accounts, and so known to everybody. */
    private static final Set<String> PUBLISHED_PASSWORDS = Set.of("admin-password", "demo-password");

    private final FirstAdministratorSettings settings;
    private final AccountRows accounts;
    private final AccountBook book;
    private final boolean required;

    FirstAdministrator(
            FirstAdministratorSettings settings,
            AccountRows accounts,
            AccountBook book,
            @Value("${daybook.engine:embedded}") String engine,
            @Value("${daybook.samples:false}") boolean demoAccounts) {
        this.settings = settings;
        this.accounts = accounts;
        this.book = book;
        this.required = !engine.equals("embedded") && !demoAccounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.countAdmins() > 0) return;
        if (settings.areComplete()) open(settings.username(), settings.password());
        else if (required) throw new NoAdministratorException("There is no administrator yet, and none is named.");
    }

    private void open(String username, String password) {
        if (PUBLISHED_PASSWORDS.contains(password))
            throw new NoAdministratorException(
                    "The first administrator's password is that of a demo account, which everybody knows.");
        try {
            NewAccount wanted = new NewAccount(username, password, "Administrator", null, null);
            if (!book.ensure(wanted, Set.of(Role.USER, Role.ADMIN)).roles().contains(Role.ADMIN))
                throw new NoAdministratorException(
                        "The user name of the first administrator belongs to a customer already.");
            LOG.info("Opened the first administrator's account");
        } catch (IdentityException | IllegalArgumentException refusal) {
            throw new NoAdministratorException("The first administrator is refused: " + refusal.getMessage() + ".");
        }
    }
}
