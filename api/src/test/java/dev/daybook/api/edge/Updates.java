package dev.daybook.api.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** Streams of orders, as a client reads them. */
final class Updates {
    private Updates() {}

    static HttpResponse<InputStream> follow(int port, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        // a connection of its own, so that closing the body ends it
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Name, id and status of the next event; comments are passed over. */
    static List<String> next(Scanner lines) {
        List<String> event = new ArrayList<>();
        while (true) {
            String line = lines.nextLine();
            if (line.startsWith(":")) continue;
            if (line.startsWith("data:"))
                event.add(EdgeClient.json(line.substring(5)).at("/status").asString());
            else if (!line.isEmpty()) event.add(line);
            else if (!event.isEmpty()) return event;
        }
    }
}
