package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AuthorizationJourneyTest extends JourneyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Value("${daybook.data-dir}")
    private Path dataFolder;

    @Test
    void nobodySeesOrTouchesWhatBelongsToAnother() {
        User ada = shop.customer();
        User bob = shop.customer();
        String product = admin.addProduct(5);
        String order = ada.buy(product, 1);
        ada.putInCart(product, 2).expect(200);

        for (String part : List.of("", "/payments", "/updates"))
            bob.get("/api/orders/" + order + part).expectProblem(404, "NOT_FOUND");
        bob.put("/api/orders/" + order + "/cancel", "").expectProblem(404, "NOT_FOUND");
        bob.post("/api/orders/" + order + "/payment", "{\"method\": \"sim-approve\"}")
                .expectProblem(404, "NOT_FOUND");
        assertThat(itemsOf(bob, "/api/orders")).isZero();
        assertThat(itemsOf(bob, "/api/orders?customerId=" + ada.id())).isZero();
        assertThat(itemsOf(bob, "/api/users/me/orders")).isZero();
        assertThat(itemsOf(bob, "/api/cart")).isZero();
        assertThat(itemsOf(bob, "/api/users/me/cart")).isZero();
        assertThat(bob.get("/api/users/me/profile").expect(200).text("/account/id"))
                .isEqualTo(bob.id());
        bob.put("/api/cart/items/" + product, "{\"quantity\": 1}").expect(404);
        bob.delete("/api/cart/items/" + product).expect(200);
        bob.delete("/api/cart").expect(204);
        assertThat(bob.get("/api/users/" + ada.id()).status()).isIn(403, 404);

        assertThat(itemsOf(ada, "/api/cart")).isOne();
        assertThat(itemsOf(ada, "/api/orders")).isOne();
        admin.get("/api/orders/" + order).expect(200);
    }

    @Test
    void whatIsForAdministratorsIsForNobodyElse() {
        User user = shop.customer();
        String product = admin.addProduct(1);
        String order = user.buy(product, 1);

        for (String path : List.of(
                "GET /api/users",
                "PUT /api/users/" + user.id() + "/roles",
                "POST /api/products",
                "PUT /api/products/" + product,
                "DELETE /api/products/" + product,
                "GET /api/products/" + product + "/stock",
                "POST /api/products/" + product + "/stock",
                "GET /api/carts",
                "PUT /api/orders/" + order + "/status",
                "GET /api/admin/orders/" + order + "/history",
                "GET /api/admin/orders/" + order,
                "GET /api/admin/audit",
                "GET /api/admin/projections",
                "POST /api/admin/projections/orderlist/replay",
                "POST /api/admin/projections/orderlist/switch-back",
                "GET /api/admin/dead-letters",
                "POST /api/admin/dead-letters/orderlist/retry",
                "GET /api/admin/statistics")) {
            String[] request = path.split(" ");
            shop.anyone().write(request[0], request[1], "").expectProblem(401, "UNAUTHENTICATED");
            user.write(request[0], request[1], "").expectProblem(403, "FORBIDDEN");
        }
        assertThat(admin.get("/api/products/" + product)
                        .expect(200)
                        .json()
                        .at("/discontinued")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aTokenThatIsNotOursIntactAndInTimeIsRefused() throws Exception {
        User user = shop.customer();
        String good = String.valueOf(user.token());
        String[] parts = good.split("\\.");
        ObjectNode claims = (ObjectNode) JSON.readTree(DECODER.decode(parts[1]));
        as(good).get("/api/users/me").expect(200);

        String promoted = encode(claims.deepCopy()
                .set("roles", JSON.createArrayNode().add("ADMIN").add("USER")));
        String expired = encode(claims.deepCopy().put("exp", 1_700_000_000L).put("iat", 1_699_999_000L));
        String none = encode(JSON.createObjectNode().put("alg", "none"));
        List<String> bad = List.of(
                sign(parts[0], expired),
                parts[0] + "." + promoted + "." + parts[2],
                none + "." + parts[1] + ".",
                none + "." + promoted + ".",
                none + "." + parts[1] + "." + parts[2],
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                parts[0] + "." + parts[1],
                "nonsense");

        // the key is the right one: only the time is wrong with the expired one
        as(sign(parts[0], parts[1])).get("/api/users/me").expect(200);
        for (String token : bad) {
            Answer answer = as(token).get("/api/users/me").expectProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
            as(token).get("/api/users").expectProblem(401, "UNAUTHENTICATED");
        }
    }

    @Test
    void aSessionEndsAtLogOutAndWhenARefreshTokenIsUsedTwice() {
        User user = shop.customer();
        String name = user.get("/api/users/me").expect(200).text("/username");
        Answer first = logIn(name);
        String refresh = first.text("/refresh_token");
        Answer second = refresh(refresh).expect(200);
        assertThat(second.text("/refresh_token")).isNotEqualTo(refresh);

        assertThat(refresh(refresh).expect(400).text("/error")).isEqualTo("invalid_grant");
        assertThat(refresh(second.text("/refresh_token")).expect(400).text("/error"))
                .isEqualTo("invalid_grant");
        as(second.text("/access_token")).get("/api/users/me").expectProblem(401, "UNAUTHENTICATED");

        Answer third = logIn(name);
        as(third.text("/access_token")).get("/api/users/me").expect(200);
        shop.form("/api/token/revoke", "token=" + Shop.encode(third.text("/refresh_token")))
                .expect(200);
        as(third.text("/access_token")).get("/api/users/me").expectProblem(401, "UNAUTHENTICATED");
        assertThat(refresh(third.text("/refresh_token")).expect(400).text("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void noNameAndNoHeaderGrantsARole() {
        Answer registered = shop.anyone()
                .post("/api/users/register", """
                        {"username": "admin.%s", "password": "%s", "fullName": "Not The Admin"}""".formatted(Long.toHexString(System.nanoTime()), Shop.PASSWORD))
                .expect(201);
        User user = shop.signIn(registered.text("/username"), Shop.PASSWORD, registered.text("/id"));

        user.get("/api/users").expectProblem(403, "FORBIDDEN");
        shop.anyone().post("/api/users/register", """
                        {"username": "sneaky", "password": "%s", "fullName": "S", "roles": ["ADMIN"]}""".formatted(Shop.PASSWORD)).expectProblem(422, "INVALID_REQUEST");
        Answer withHeaders = shop.send(shop.request("/api/users", user.token())
                .header("X-Role", "ADMIN")
                .header("X-User-Id", "admin")
                .GET());
        withHeaders.expectProblem(403, "FORBIDDEN");
    }

    @Test
    void whatTheLogSaysOfARequestCarriesItsId(@Value("${logging.pattern.correlation}") String pattern) {
        String used = shop.form("/api/token", "grant_type=password&username=demo&password=demo-password")
                .expect(200)
                .text("/refresh_token");
        String form = "grant_type=refresh_token&refresh_token=" + used;
        shop.form("/api/token", form).expect(200);
        var noted = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger("dev.daybook.identity");
        noted.start();
        log.addAppender(noted);
        try {
            shop.send(shop.request("/api/token", null)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Request-Id", "stolen-token-1")
                            .POST(HttpRequest.BodyPublishers.ofString(form)))
                    .expect(400);
        } finally {
            log.detachAppender(noted);
        }

        assertThat(pattern).contains("%X{requestId");
        assertThat(noted.list).singleElement().satisfies(line -> {
            assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "stolen-token-1");
            assertThat(line.getFormattedMessage()).contains("was used twice").doesNotContain(used);
        });
    }

    @Test
    void aRoleIsGivenByAnAdministratorAndEndsTheOldSession() {
        User user = shop.customer();
        String name = user.get("/api/users/me").expect(200).text("/username");

        admin.put("/api/users/" + user.id() + "/roles", "{\"roles\": [\"ADMIN\"]}")
                .expect(200);

        user.get("/api/users").expectProblem(401, "UNAUTHENTICATED");
        shop.signIn(name, Shop.PASSWORD, user.id()).get("/api/users").expect(200);
        admin.put("/api/users/user-none/roles", "{\"roles\": [\"ADMIN\"]}").expectProblem(404, "UNKNOWN_ACCOUNT");
    }

    private User as(String token) {
        return new User(shop, token, "");
    }

    private Answer logIn(String name) {
        return shop.form(
                        "/api/token",
                        "grant_type=password&username=" + name + "&password=" + Shop.encode(Shop.PASSWORD))
                .expect(200);
    }

    private Answer refresh(String token) {
        return shop.form("/api/token", "grant_type=refresh_token&refresh_token=" + Shop.encode(token));
    }

    private static int itemsOf(User user, String path) {
        return user.get(path).expect(200).json().at("/items").size();
    }

    private String sign(String header, String payload) throws Exception {
        String pem =
                Files.readString(keyFile()).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        String content = header + "." + payload;
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + ENCODER.encodeToString(signature.sign());
    }

    private Path keyFile() throws Exception {
        try (var files = Files.list(dataFolder)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String encode(Object json) {
        return ENCODER.encodeToString(JSON.writeValueAsBytes(json));
    }
}
