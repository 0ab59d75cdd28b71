package dev.daybook.api.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, and joined again. */
final class CuttableConnection implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CuttableConnection(InetSocketAddress target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cuttable-connection").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Ends what is connected, and lets nobody connect. */
    void cut() {
        cut = true;
        open.forEach(CuttableConnection::end);
    }

    void join() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed())
            try {
                Socket client = entrance.accept();
                if (cut) {
                    end(client);
                    continue;
                }
                var server = new Socket();
                server.connect(target);
                open.add(client);
                open.add(server);
                if (cut) cut(); // meanwhile
                pass(client, server);
                pass(server, client);
            } catch (IOException e) {
                // the entrance is closed, or the server refused: its client sees its connection end
            }
    }

    private void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // cut, or ended by either side: both sockets are closed
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
