package dev.daybook.identity.account;

import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.ssl.pem.PemContent;

/** RSA keys in PEM files: the public half follows from the private one, so that one file is all there is to keep. */
final class SigningKeyFile {
    private static final int CREATED_BITS = 3072;
    private static final int LEAST_BITS = 2048;

    private SigningKeyFile() {}

    static SigningKeys open(IdentitySettings settings, String dataDir) {
        String setting = settings.signingKeyFile();
        if (setting == null && !settings.createSigningKey())
            throw new SigningKeyUnavailableException("daybook.identity.signing-key-file is not set.");
        Path file = setting != null ? Path.of(setting) : Path.of(dataDir, "signing-key.pem");
        if (Files.notExists(file)) {
            if (!settings.createSigningKey())
                throw new SigningKeyUnavailableException(
                        "daybook.identity.signing-key-file names a file that is not there.");
            create(file.toAbsolutePath());
        }
        RSAPrivateCrtKey signing = read(file);
        Map<String, PublicKey> verifying = new HashMap<>();
        String id = add(signing, verifying);
        for (String accepted : settings.acceptedKeyFiles()) {
            if (Files.notExists(Path.of(accepted)))
                throw new SigningKeyUnavailableException(
                        "daybook.identity.accepted-key-files names a file that is not there.");
            add(read(Path.of(accepted)), verifying);
        }
        return new SigningKeys(id, signing, Map.copyOf(verifying));
    }

    private static String add(RSAPrivateCrtKey key, Map<String, PublicKey> verifying) {
        try {
            RSAPublicKey half = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            String id = Jwks.builder().key(half).build().thumbprint().toString();
            verifying.put(id, half);
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    private static RSAPrivateCrtKey read(Path file) {
        try {
            PrivateKey key = PemContent.of(Files.readString(file)).getPrivateKey();
            if (!(key instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() < LEAST_BITS)
                throw new SigningKeyUnavailableException("The signing key is not an RSA key of 2048 bits or more.");
            return rsa;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new SigningKeyUnavailableException(
                    "The signing key cannot be read as an unencrypted PKCS#8 PEM file.", e);
        }
    }

    private static void create(Path file) {
        try {
            Path folder = Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(folder, "signing-key", ".tmp", ownerOnly(folder));
            try {
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    ByteBuffer pem = ByteBuffer.wrap(newKeyAsPem().getBytes(StandardCharsets.US_ASCII));
                    while (pem.hasRemaining()) channel.write(pem);
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new SigningKeyUnavailableException("The signing key cannot be created in its folder.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        // elsewhere the folder's own access rules apply
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String newKeyAsPem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(CREATED_BITS);
            byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8);
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }
}
