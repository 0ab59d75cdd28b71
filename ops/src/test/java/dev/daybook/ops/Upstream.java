package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An instance that takes each request and then does what cannot be had of a real one on demand, its worst for example. */
final class Upstream implements AutoCloseable {
    /** What it does once it has the head of a request. */
    enum Way {
        DIES,
        KEEPS_SILENT,
        /** Sends an event, and then keeps silent until it is told to send another. */
        SENDS_ONE,
        /** Gives the answer that it was made with. */
        ANSWERS
    }

    private static final byte[] FIRST = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            \r
            data:the first

            """.getBytes(ISO_8859_1);

    private static final byte[] SECOND = "data:the second\n\n".getBytes(ISO_8859_1);

    private final ServerSocket socket;
    private final Way way;
    private final byte[] answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new CopyOnWriteArrayList<>();

    Upstream(Way way) {
        this(way, FIRST);
    }

    /** Answers everything so. */
    static Upstream answering(byte[] body, String... headers) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers)
                        + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        answer.writeBytes(body);
        return new Upstream(Way.ANSWERS, answer.toByteArray());
    }

    private Upstream(Way way, byte[] answer) {
        this.way = way;
        this.answer = answer;
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

    /** To whom asked first. */
    void sendsAnother() throws IOException {
        silent.getFirst().getOutputStream().write(SECOND);
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
                if (way == Way.SENDS_ONE || way == Way.ANSWERS)
                    connection.getOutputStream().write(answer);
                if (way == Way.DIES || way == Way.ANSWERS) connection.close();
                else silent.add(connection);
            } catch (IOException closed) {
                if (!socket.isClosed()) throw new UncheckedIOException(closed);
            }
        }
    }
}
