package dev.daybook.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, driven by the Playwright of the dashboard's npm: neither is downloaded.
 */
final class Chromium implements AutoCloseable {
    static final Path MODULES = Path.of("..", "dashboard", "node_modules");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable, Path node) throws IOException {
        System.setProperty("playwright.cli.dir", driverFolder().toString());
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        // the machine may have neither a sandbox for root nor a graphics card, and its network may be
                        // closed
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Why there can be no browser here; nothing when there can. */
    static Optional<String> missing() {
        if (executable().isEmpty()) return Optional.of("no Chromium on the path (DAYBOOK_TEST_CHROMIUM may name one)");
        if (node().isEmpty() || !Files.isDirectory(MODULES.resolve("playwright-core")))
            return Optional.of("the dashboard's npm packages are not installed");
        if (Chromium.class.getResource("/dashboard/index.html") == null)
            return Optional.of("the dashboard is not built");
        return Optional.empty();
    }

    static Chromium start() throws IOException {
        return new Chromium(executable().orElseThrow(), node().orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> executable() {
        String named = System.getenv("DAYBOOK_TEST_CHROMIUM");
        return named != null ? Optional.of(Path.of(named)) : onPath(NAMES.stream());
    }

    private static Optional<Path> node() {
        return onPath(Stream.of("node", "node.exe"));
    }

    private static Optional<Path> onPath(Stream<String> names) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return names.flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Playwright looks for its JavaScript part in a folder called package. */
    private static Path driverFolder() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "playwright")).toAbsolutePath();
        Path link = folder.resolve("package");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, MODULES.resolve("playwright-core").toRealPath());
        return folder;
    }
}
