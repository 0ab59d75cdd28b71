package dev.daybook.api.journey;

import dev.daybook.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes of Daybook on one database, started at once on an empty one. */
final class TwoInstances implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            // for their two accounts
            "--daybook.samples=true",
            // two processes that start at once on a busy machine
            "--spring.datasource.hikari.connection-timeout=30000",
            // a dead one's tasks are taken over soon
            "--db-scheduler.heartbeat-interval=2s",
            // so that only what another instance did can wake a stream
            "--daybook.order-updates.heartbeat=10m",
            "--daybook.lifecycle.processing-after=200ms",
            "--daybook.lifecycle.ships-after=500ms",
            "--daybook.lifecycle.delivery-min=500ms",
            "--daybook.lifecycle.delivery-max=800ms",
            "--daybook.lifecycle.archives-after=60s");

    private static final List<String> ON_MYSQL = List.of(
            "--spring.profiles.active=mysql",
            "--spring.datasource.hikari.maximum-pool-size=15",
            "--daybook.lifecycle.payment-due=30s",
            // what a frozen instance holds is let go of soon
            "--spring.datasource.hikari.data-source-properties.sessionVariables=innodb_lock_wait_timeout=5,wait_timeout=10");

    private final TestDatabase database;
    private final DaybookProcess first;
    private final DaybookProcess second;

    /** With MySQL alone. */
    TwoInstances(TestDatabase database) {
        this(database, ON_MYSQL, ON_MYSQL);
    }

    /** @param firsts what the first alone is told, its profiles among it, as {@code --name=value} */
    TwoInstances(TestDatabase database, List<String> firsts, List<String> seconds) {
        this.database = database;
        Path folder = JourneyTest.newDataFolder();
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("--spring.datasource.url=" + database.url());
        settings.add("--spring.datasource.username=" + database.username());
        settings.add("--spring.datasource.password=" + database.password());
        settings.add("--daybook.identity.signing-key-file=" + newSigningKey(folder));
        first = new DaybookProcess(folder.resolve("first"), and(settings, firsts));
        second = new DaybookProcess(folder.resolve("second"), and(settings, seconds));
    }

    private static List<String> and(List<String> settings, List<String> more) {
        return Stream.concat(settings.stream(), more.stream()).toList();
    }

    TwoInstances awaitReady() {
        first.awaitReady();
        second.awaitReady();
        return this;
    }

    Shop first() {
        return first.shop();
    }

    Shop second() {
        return second.shop();
    }

    /** The first one's port for operators. */
    Shop firstManagement() {
        return first.management();
    }

    /** The process whose name is on the claim of an event processor. */
    DaybookProcess ownerOf(String processor) {
        String owner = database()
                .sql("select owner from token_entry where processorName = ? and segment = 0")
                .param(processor)
                .query(String.class)
                .single();
        return owner.startsWith(first.pid() + "@") ? first : second;
    }

    DaybookProcess other(DaybookProcess process) {
        return process == first ? second : first;
    }

    JdbcClient database() {
        return JdbcClient.create(database.dataSource());
    }

    @Override
    public void close() {
        try (first;
                second) {
            // both, whatever becomes of the one
        }
    }

    private static Path newSigningKey(Path folder) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String key = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return Files.writeString(
                    Files.createDirectories(folder).resolve("signing-key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }
}
