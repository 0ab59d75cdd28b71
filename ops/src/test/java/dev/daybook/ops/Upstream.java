package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An instance at its worst: it takes each request, and then dies or does not come to an end. That cannot be had of a real one on demand. */
final class Upstream implements AutoCloseable {
    /** What it does once it has the head of a request. */
    enum Way {
        DIES,
        KEEPS_SILENT,
        /** Sends an event, and then keeps silent. */
        SENDS_ONE,
        SHOWS_A_PAGE
    }

    private static final String EVENT = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            \r
            data:the first

            """;

    private static final String PAGE = """
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            Content-Security-Policy: script-src 'nonce-1'\r
            Permissions-Policy: usb=()\r
            Content-Length: 0\r
            \r
            """;

    private final ServerSocket socket;
    private final Way way;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new CopyOnWriteArrayList<>();

    Upstream(Way way) {
        this.way = way;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** First lines of what was asked of it. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : silent) one.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
                String first = reader.readLine();
                for (String line = first; line != null && !line.isEmpty(); line = reader.readLine())
                    ;
                requests.add(String.valueOf(first));
                if (way == Way.SENDS_ONE) connection.getOutputStream().write(EVENT.getBytes(ISO_8859_1));
                if (way == Way.SHOWS_A_PAGE) connection.getOutputStream().write(PAGE.getBytes(ISO_8859_1));
                if (way == Way.DIES) connection.close();
                else silent.add(connection);
            } catch (IOException closed) {
                if (!socket.isClosed()) throw new UncheckedIOException(closed);
            }
        }
    }
}
