package dev.daybook.ops;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, made anew for each run of the tests. */
final class Certificate {
    static final Certificate INSTANCE = new Certificate();

    private static final String NAME = "gateway";
    private static final String PASSWORD = "of no worth";

    private final KeyStore store;

    private Certificate() {
        try {
            store = made();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As nginx reads it, and as a Kubernetes secret of type tls names it. */
    void write(Path folder) {
        try {
            Files.writeString(
                    folder.resolve("tls.crt"),
                    pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
            Files.writeString(
                    folder.resolve("tls.key"),
                    pem(
                            "PRIVATE KEY",
                            store.getKey(NAME, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a client that trusts this one and no other. */
    SSLContext trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore made() throws IOException, GeneralSecurityException {
        Path file = Files.createTempDirectory("daybook-gateway").resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (!Files.exists(file)) throw new IOException("keytool said: " + printed);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var opened = Files.newInputStream(file)) {
            store.load(opened, PASSWORD.toCharArray());
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
        return store;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
    }
}
