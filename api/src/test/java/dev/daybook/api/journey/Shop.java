package dev.daybook.api.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running Daybook as its users meet it: through HTTP. */
final class Shop {
    static final String PASSWORD = "correct horse battery";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    Shop(URI base) {
        this.base = base;
    }

    /** Someone who has no account. */
    User anyone() {
        return new User(this, null, "");
    }

    /** A new customer, signed in. */
    User customer() {
        String name = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        Answer account = anyone().post("/api/users/register", """
                        {"username": "%s", "password": "%s", "fullName": "Some One"}""".formatted(name, PASSWORD))
                .expect(201);
        return signIn(name, PASSWORD, account.text("/id"));
    }

    User administrator() {
        return signIn("admin", "admin-password", "");
    }

    User signIn(String name, String password, String id) {
        Answer token = form(
                        "/api/token", "grant_type=password&username=" + encode(name) + "&password=" + encode(password))
                .expect(200);
        return new User(this, token.text("/access_token"), id);
    }

    Answer form(String path, String body) {
        return send(request(path, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** @throws UncheckedIOException when the shop does not answer */
    Answer send(HttpRequest.Builder request) {
        return new Answer(exchange(request, BodyHandlers.ofString()));
    }

    <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
