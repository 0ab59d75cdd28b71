package dev.daybook.identity.account;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.identity.IdentityTestApplication;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import dev.daybook.identity.contract.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class NamingTheFirstAdministratorTest {
    private static final String NAMED = "--daybook.admin.username=grace";
    private static final String PASSWORD = "--daybook.admin.password=a compiler for words";

    @TempDir
    private Path dataDir;

    @Test
    void opensTheAccountOnceAndHasNoEffectThereafter() {
        try (ConfigurableApplicationContext first = start(NAMED, PASSWORD)) {
            assertThat(accounts(first)).singleElement().satisfies(account -> {
                assertThat(account.username()).isEqualTo("grace");
                assertThat(account.roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
            });
            assertThat(first.getBean(Tokens.class).byPassword("grace", "a compiler for words", "192.0.2.1", CLIENT))
                    .isNotNull();
        }

        try (ConfigurableApplicationContext second =
                start("--daybook.admin.username=mallory", "--daybook.admin.password=another password")) {
            assertThat(accounts(second))
                    .singleElement()
                    .extracting(AccountView::username)
                    .isEqualTo("grace");
        }
        try (ConfigurableApplicationContext third = start()) {
            assertThat(accounts(third)).hasSize(1);
        }
    }

    @Test
    void isRequiredWhereNoDemoAccountsAreMade() {
        assertRefused("none is named");
        assertRefused("none is named", NAMED);
        assertRefused("none is named", PASSWORD, "--daybook.admin.username=");
    }

    @Test
    void isNotRequiredWhenEmbedded() {
        try (ConfigurableApplicationContext embedded = startOn("embedded")) {
            assertThat(accounts(embedded)).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoNameOrNoPasswordForAnAdministrator() {
        assertRefused("username must match", "--daybook.admin.username=x", PASSWORD);
        assertRefused("a password has 8", NAMED, "--daybook.admin.password=short");
        assertRefused("that of a demo account", NAMED, "--daybook.admin.password=admin-password");
    }

    @Test
    void refusesToPromoteACustomer() {
        try (ConfigurableApplicationContext embedded = startOn("embedded")) {
            embedded.getBean(Accounts.class).register(new NewAccount("grace", "correct horse", "Grace", null, null));
        }

        assertRefused("belongs to a customer", NAMED, PASSWORD);
    }

    @Test
    void saysHowToNameOneInsteadOfShowingAStackTrace() {
        var cause = new NoAdministratorException("nobody");

        var analysis = new NoAdministratorFailureAnalyzer().analyze(new IllegalStateException(cause));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("nobody");
        assertThat(analysis.getAction()).contains("DAYBOOK_ADMIN_USERNAME", "DAYBOOK_ADMIN_PASSWORD");
    }

    private void assertRefused(String why, String... settings) {
        assertThatThrownBy(() -> start(settings).close())
                .isInstanceOf(NoAdministratorException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("admin-password");
    }

    private static List<AccountView> accounts(ConfigurableApplicationContext application) {
        return application.getBean(Accounts.class).list(10, null).items();
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return startOn("mysql", arguments);
    }

    private ConfigurableApplicationContext startOn(String engine, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=jdbc:h2:file:" + dataDir.resolve("h2"),
                "--daybook.data-dir=" + dataDir,
                "--daybook.identity.create-signing-key=true",
                "--daybook.engine=" + engine));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(IdentityTestApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }
}
