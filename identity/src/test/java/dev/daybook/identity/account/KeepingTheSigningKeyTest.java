package dev.daybook.identity.account;

import static dev.daybook.identity.contract.RefreshTokenKeeper.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.identity.IdentityTestApplication;
import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.TokenPair;
import dev.daybook.identity.contract.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

class KeepingTheSigningKeyTest {
    private static final String CREATE = "--daybook.identity.create-signing-key=true";

    @TempDir
    private Path dataDir;

    @Test
    void makesOneAtTheFirstStartAndKeepsItAtTheSecond() throws IOException {
        Path file = dataDir.resolve("deeper/signing-key.pem");
        AccountView account;
        TokenPair pair;
        String key;
        try (ConfigurableApplicationContext first = start(CREATE, "--daybook.data-dir=" + file.getParent())) {
            account = first.getBean(Accounts.class)
                    .register(new NewAccount("ann", "correct horse", "Ann Lee", null, null));
            pair = first.getBean(Tokens.class).byPassword("ann", "correct horse", "192.0.2.1", CLIENT);
            key = Files.readString(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(filesIn(file.getParent())).containsExactly(file);
        }

        try (ConfigurableApplicationContext second = start(CREATE, "--daybook.data-dir=" + file.getParent())) {
            assertThat(Files.readString(file)).isEqualTo(key);
            assertThat(second.getBean(Tokens.class).verify(pair.accessToken()))
                    .hasValueSatisfying(caller -> assertThat(caller.accountId()).isEqualTo(account.id()));
        }

        try (ConfigurableApplicationContext given = start("--daybook.identity.signing-key-file=" + file)) {
            assertThat(given.getBean(Tokens.class).verify(pair.accessToken())).isPresent();
        }
    }

    @Test
    void refusesToStartWithoutOneAndNamesTheSetting() {
        assertThatThrownBy(() -> start().close())
                .rootCause()
                .isInstanceOf(SigningKeyUnavailableException.class)
                .hasMessageContaining("daybook.identity.signing-key-file is not set");
        assertThatThrownBy(() -> start("--daybook.identity.signing-key-file=").close())
                .rootCause()
                .hasMessageContaining("daybook.identity.signing-key-file is not set");
        assertThatThrownBy(() -> start("--daybook.identity.signing-key-file=" + dataDir.resolve("absent.pem"))
                        .close())
                .rootCause()
                .hasMessageContaining("daybook.identity.signing-key-file");
    }

    @Test
    void saysHowToMakeOneInsteadOfShowingAStackTrace() {
        SigningKeyUnavailableException cause = new SigningKeyUnavailableException("none");

        FailureAnalysis analysis = new SigningKeyFailureAnalyzer().analyze(new IllegalStateException(cause));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("none");
        assertThat(analysis.getAction()).contains("openssl genpkey", "DAYBOOK_IDENTITY_SIGNING_KEY_FILE");
    }

    @Test
    void refusesWhatIsNoUsableKey() throws Exception {
        assertRefused("rubbish");
        assertRefused("");
        assertRefused(pemOf("RSA", 1024));
        assertRefused(pemOf("EC", 256));
    }

    @Test
    void signsNobodyOutWhenItIsReplacedByAnother() throws Exception {
        Path former = Files.writeString(dataDir.resolve("former.pem"), pemOf("RSA", 2048));
        Path next = Files.writeString(dataDir.resolve("next.pem"), pemOf("RSA", 2048));
        TokenPair old;
        try (ConfigurableApplicationContext before = start("--daybook.identity.signing-key-file=" + former)) {
            before.getBean(Accounts.class).register(new NewAccount("ann", "correct horse", "Ann Lee", null, null));
            old = before.getBean(Tokens.class).byPassword("ann", "correct horse", "192.0.2.1", CLIENT);
        }

        String signedByNext;
        try (ConfigurableApplicationContext rotated = start(
                "--daybook.identity.signing-key-file=" + next, "--daybook.identity.accepted-key-files=" + former)) {
            Tokens tokens = rotated.getBean(Tokens.class);
            assertThat(tokens.verify(old.accessToken())).isPresent();
            signedByNext = tokens.byRefreshToken(old.refreshToken(), CLIENT).accessToken();
            assertThat(tokens.verify(signedByNext)).isPresent();
        }
        // an instance that has been told of the next key, and signs with the former one still
        try (ConfigurableApplicationContext other = start(
                "--daybook.identity.signing-key-file=" + former, "--daybook.identity.accepted-key-files=" + next)) {
            assertThat(other.getBean(Tokens.class).verify(signedByNext)).isPresent();
        }

        try (ConfigurableApplicationContext after = start("--daybook.identity.signing-key-file=" + next)) {
            Tokens tokens = after.getBean(Tokens.class);
            assertThat(tokens.verify(signedByNext)).isPresent();
            assertThat(tokens.verify(old.accessToken())).isEmpty();
        }
    }

    @Test
    void refusesAnAcceptedKeyThatIsNotThere() throws Exception {
        Path key = Files.writeString(dataDir.resolve("key.pem"), pemOf("RSA", 2048));

        assertThatThrownBy(() -> start(
                                "--daybook.identity.signing-key-file=" + key,
                                "--daybook.identity.accepted-key-files=" + dataDir.resolve("absent.pem"))
                        .close())
                .rootCause()
                .hasMessageContaining("daybook.identity.accepted-key-files");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() ->
                        start(CREATE, "--daybook.identity.refresh-token-ttl=1m").close())
                .rootCause()
                .hasMessageContaining("daybook.identity.refresh-token-ttl");
        assertThatThrownBy(() -> start(CREATE, "--daybook.identity.refresh-token-leeway=61s")
                        .close())
                .rootCause()
                .hasMessageContaining("daybook.identity.refresh-token-leeway");
        assertThatThrownBy(() -> start(CREATE, "--daybook.identity.log-in.failures-per-account=0")
                        .close())
                .rootCause()
                .hasMessageContaining("failures-per-account");
    }

    private void assertRefused(String content) throws IOException {
        Path file = Files.writeString(dataDir.resolve("key.pem"), content);
        IdentitySettings settings = new IdentitySettings(
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                Duration.ofSeconds(10),
                "daybook",
                file.toString(),
                List.of(),
                false,
                new IdentitySettings.LogIn(5, 20, Duration.ofMinutes(1)));

        assertThatExceptionOfType(SigningKeyUnavailableException.class)
                .isThrownBy(() -> SigningKeyFile.open(settings, dataDir.toString()))
                .withMessageStartingWith("The signing key");
    }

    private static String pemOf(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=jdbc:h2:file:" + dataDir.resolve("h2"));
        return new SpringApplicationBuilder(IdentityTestApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }
}
