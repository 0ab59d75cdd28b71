package dev.daybook.load.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Daybook, for what has to be there before load is put on it. */
public final class Shop {
    /** The largest stock that the shop takes. */
    public static final int ENOUGH = 1_000_000;

    private static final String PASSWORD = "a long and winding phrase";
    private static final int AT_ONCE = 4;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    Shop(URI base) {
        this.base = base;
    }

    /** Tokens of as many new customers. */
    public List<String> customers(int count) {
        return inParallel(count, number -> customer());
    }

    /** Ids of as many new products at 10.00 USD, with this much stock each. */
    public List<String> products(int count, int stock) {
        String admin = administrator();
        return inParallel(count, number -> {
            String sku = "LOAD-" + UUID.randomUUID();
            return post("/api/products", admin, """
                    {"sku": "%s", "name": "Thing %d", "description": "A thing to be sold under load.", "category": "Load",
                     "manufacturer": "Makers", "price": {"amount": "10.00", "currency": "USD"}, "stock": %d}""".formatted(sku, number, stock))
                    .expect(201)
                    .text("/id");
        });
    }

    /** A token of the administrator that comes with the samples. */
    public String administrator() {
        return signIn("admin", "admin-password");
    }

    /** The id of an order of these products, one piece each, by a new customer; waits until it is delivered. */
    String order(List<String> products) {
        String customer = customer();
        for (String product : products)
            post("/api/cart/items", customer, "{\"productId\": \"%s\", \"quantity\": 1}".formatted(product))
                    .expect(200);
        String order = post("/api/cart/checkout", customer, "{\"paymentMethod\": \"sim-approve\"}")
                .expect(201)
                .text("/id");
        await("order " + order + " to be delivered")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get("/api/orders/" + order, customer)
                        .expect(200)
                        .text("/status")
                        .equals("DELIVERED"));
        return order;
    }

    private String customer() {
        String name = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        post("/api/users/register", null, """
                {"username": "%s", "password": "%s", "fullName": "Some One"}""".formatted(name, PASSWORD)).expect(201);
        return signIn(name, PASSWORD);
    }

    private String signIn(String name, String password) {
        String form = "grant_type=password&username=" + name + "&password=" + URLEncoder.encode(password, UTF_8);
        return send(request("/api/token", null)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .expect(200)
                .text("/access_token");
    }

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    public Answer post(String path, @Nullable String token, String body) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(request.method() + " " + request.uri().getPath(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <T> List<T> inParallel(int count, IntFunction<T> work) {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> running = IntStream.range(0, count)
                    .mapToObj(number -> executor.submit(() -> work.apply(number)))
                    .toList();
            return running.stream().map(Shop::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What it answered to a request. */
    public record Answer(String request, int status, String body) {
        public Answer expect(int expected) {
            if (status != expected) throw new IllegalStateException(request + " answered " + status + ": " + body);
            return this;
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }
    }
}
