package dev.daybook.load.trial;

import dev.daybook.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One measuring, on things of its own, which are thrown away afterwards; logs are kept when it fails. */
public final class Trial {
    private static final int ORIGINALS = 20;

    private final RunSettings settings;
    private final Storage storage;
    private final int clients;
    private @Nullable GeneratedOrders generated;

    private Trial(RunSettings settings, Storage storage, int clients) {
        this.settings = settings;
        this.storage = storage;
        this.clients = clients;
    }

    public static Trial begin(RunSettings settings, Engine engine, int clients) {
        try {
            Path folders = Files.createDirectories(settings.target().resolve("trials"));
            return new Trial(
                    settings, Storage.create(engine, Files.createTempDirectory(folders, engine + "-")), clients);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunSettings settings() {
        return settings;
    }

    public String engine() {
        return storage.engine().toString();
    }

    /** Name and version of the database. */
    public String database() {
        return storage.product();
    }

    /** Of the database, for what is measured without Daybook. */
    public TestDatabase address() {
        return storage.database();
    }

    /** None where the database has no process of its own. */
    public @Nullable Long databasePid() {
        return storage.process();
    }

    public int clients() {
        return clients;
    }

    /** Where what this trial alone needs may be put. */
    public Path folder() {
        return storage.folder();
    }

    /** Starts Daybook, and does not wait until it serves. */
    public Daybook launch() {
        return Daybook.launch(storage, settings);
    }

    /** Sees to it that there are as many orders, all delivered, for all views to read; Daybook must not be running. */
    public void generateOrders(int count) {
        generateOrders(count, processor -> true);
    }

    /** The same, for one view alone. */
    public void generateOrders(int count, String view) {
        generateOrders(count, processor -> processor.startsWith(view + "-"));
    }

    private void generateOrders(int count, Predicate<String> readers) {
        try {
            if (generated == null) {
                List<String> originals = placeOrders();
                try (Connection book = storage.connect()) {
                    generated = GeneratedOrders.like(originals, book);
                }
            }
            try (Connection book = storage.connect()) {
                generated.writeUpTo(count, readers, book);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("orders cannot be written", e);
        }
    }

    /** Some real ones. */
    private List<String> placeOrders() {
        try (Daybook daybook = Daybook.launch(
                        storage,
                        settings,
                        "--daybook.lifecycle.ships-after=0s",
                        "--daybook.lifecycle.delivery-min=0s",
                        "--daybook.lifecycle.delivery-max=0s",
                        // none is to be archived while it is looked at
                        "--daybook.lifecycle.archives-after=3650d")
                .awaitReady()) {
            Shop shop = daybook.shop();
            List<String> products = shop.products(2 * ORIGINALS, Shop.ENOUGH);
            List<String> orders = new ArrayList<>();
            for (int i = 0; i < ORIGINALS; i++) orders.add(shop.order(products.subList(2 * i, 2 * i + 2)));
            daybook.views().awaitCurrent();
            return orders;
        }
    }

    /** Starts Daybook as the container image does: with a cache of what a trial start has loaded, which is made here. */
    public Supplier<Daybook> withStartCache() {
        Path jar = Daybook.jar(settings.root());
        Path extracted = storage.folder().resolve("extracted");
        Path cache = storage.folder().resolve("daybook.aot");
        extract(jar, extracted);
        Path thin = extracted.resolve(jar.getFileName());
        Storage ofItsOwn = Storage.create(Engine.EMBEDDED, folder("trial-start"));
        try (Daybook trial = Daybook.launch(ofItsOwn, settings, thin, "-XX:AOTCacheOutput=" + cache)) {
            trial.awaitReady();
        }
        if (!Files.exists(cache)) throw new IllegalStateException("the trial start has left no cache");
        return () -> Daybook.launch(storage, settings, thin, "-XX:AOTCache=" + cache);
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(storage.folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path jar, Path folder) {
        List<String> tool = List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination");
        Process process = Processes.java(
                storage.folder(),
                "extract.log",
                Stream.concat(tool.stream(), Stream.of(folder.toString())).toList());
        if (!Processes.endsWithin(Duration.ofMinutes(3), process) || process.exitValue() != 0)
            throw new IllegalStateException(
                    "the jar cannot be extracted, see " + storage.folder().resolve("extract.log"));
    }

    /** After Daybook has ended. */
    public void throwAway() {
        storage.throwAway();
    }
}
