package dev.daybook.api.journey;

import dev.daybook.api.DaybookApplication;
import dev.daybook.testing.Engine;
import dev.daybook.testing.OnBothEngines;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ActiveProfilesResolver;

/**
 * A test against the whole application on the engine under test, with nothing in it yet; orders move in fractions of a
 * second. Test classes with equal settings share one running application.
 */
@SpringBootTest(
        classes = DaybookApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            OwnStorage.WANTED + "=true",
            // none of its own, on any engine
            "management.server.port=",
            "daybook.rate-limit.enabled=false",
            // a busy machine may take its time; what a client is told when the views take theirs is another test's
            "daybook.views.wait=20s",
            "daybook.lifecycle.processing-after=200ms",
            "daybook.lifecycle.ships-after=500ms",
            "daybook.lifecycle.delivery-min=500ms",
            "daybook.lifecycle.delivery-max=800ms",
            "daybook.lifecycle.archives-after=1s",
            "daybook.lifecycle.payment-due=60s",
        })
@OnBothEngines
@ActiveProfiles(resolver = JourneyTest.EngineProfile.class)
abstract class JourneyTest {
    static class EngineProfile implements ActiveProfilesResolver {
        @Override
        public String[] resolve(Class<?> testClass) {
            return Storage.profiles(Engine.underTest());
        }
    }

    @LocalServerPort
    private int port;

    Shop shop;
    User admin;

    @BeforeEach
    void open() {
        shop = new Shop(URI.create("http://127.0.0.1:" + port));
        admin = shop.administrator();
    }

    static Path newDataFolder() {
        return Path.of("target", "journeys", UUID.randomUUID().toString()).toAbsolutePath();
    }

    /** Does {@code work} {@code times} times on {@code threads} threads and returns the results, in no order. */
    static <T> List<T> atOnce(int times, int threads, Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = IntStream.range(0, times)
                    .mapToObj(i -> executor.submit(work))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> result : running) results.add(result.get());
            return results;
        }
    }
}
