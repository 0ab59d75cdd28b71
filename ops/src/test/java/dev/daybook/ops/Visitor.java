package dev.daybook.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Someone who calls from outside, and trusts the gateway's certificate and no other. */
final class Visitor {
    private final URI gateway;
    private final HttpClient client;

    Visitor(URI gateway, Certificate certificate, InetAddress from) {
        this.gateway = gateway;
        this.client = HttpClient.newBuilder()
                .sslContext(certificate.trusted())
                .localAddress(from)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** JSON, unless a header says otherwise. */
    Answer send(String method, String path, String body, String... headers) {
        return new Answer(exchange(method, path, body, BodyHandlers.ofString(), headers));
    }

    <T> HttpResponse<T> exchange(String method, String path, String body, BodyHandler<T> as, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(60));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return client.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
