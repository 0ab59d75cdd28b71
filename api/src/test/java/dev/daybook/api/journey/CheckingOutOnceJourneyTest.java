package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class CheckingOutOnceJourneyTest extends JourneyTest {
    @Autowired
    private JdbcClient database;

    @Test
    void fiveIdenticalCheckoutsAtOnceGiveOneOrderOnePaymentAndFiveEqualAnswers() throws Exception {
        User customer = shop.customer();
        customer.putInCart(admin.addProduct(10), 2).expect(200);
        var together = new CyclicBarrier(5);

        List<Answer> answers = atOnce(5, 5, () -> {
            together.await();
            return customer.checkOut("sim-approve", "Idempotency-Key", "one-and-the-same");
        });

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        String order = answers.getFirst().text("/id");
        customer.awaitPayment(order, "CAPTURED");
        assertThat(ordersOf(customer)).containsExactly(order);
        assertThat(customer.get("/api/orders/" + order + "/payments")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isOne();
    }

    @Test
    void withoutAKeyACartIsStillCheckedOutOnce() throws Exception {
        User customer = shop.customer();
        customer.putInCart(admin.addProduct(10), 2).expect(200);
        var together = new CyclicBarrier(5);

        List<Answer> answers = atOnce(5, 5, () -> {
            together.await();
            return customer.checkOut();
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(4)
                .allSatisfy(answer -> answer.expectProblem(409, "EMPTY_CART"));
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void anOldKeyNeverSellsANewCart() {
        User customer = shop.customer();
        String product = admin.addProduct(10);
        customer.putInCart(product, 1).expect(200);
        String order = customer.checkOut("sim-approve", "Idempotency-Key", "last-week")
                .expect(201)
                .text("/id");
        customer.putInCart(product, 3).expect(200);

        Answer repeated = customer.checkOut("sim-approve", "Idempotency-Key", "last-week");

        assertThat(repeated.expect(201).text("/id")).isEqualTo(order);
        assertThat(ordersOf(customer)).containsExactly(order);
        JsonNode cart = customer.get("/api/cart").expect(200).json();
        assertThat(cart.at("/items/0/quantity").asInt()).isEqualTo(3);
    }

    @Test
    void aKeyThatJournalAndCartForgotNeverSellsANewCart() {
        User customer = shop.customer();
        String product = admin.addProduct(100);
        customer.putInCart(product, 1).expect(200);
        String order = customer.checkOut("sim-approve", "Idempotency-Key", "last-year")
                .expect(201)
                .text("/id");
        for (int later = 0; later < 50; later++) {
            customer.putInCart(product, 1).expect(200);
            customer.checkOut().expect(201);
        }
        database.sql("delete from checkout_journal where order_id = ?")
                .param(order)
                .update();
        customer.putInCart(product, 3).expect(200);

        Answer repeated = customer.checkOut("sim-approve", "Idempotency-Key", "last-year");

        assertThat(repeated.expect(201).text("/id")).isEqualTo(order);
        JsonNode cart = customer.get("/api/cart").expect(200).json();
        assertThat(cart.at("/items/0/quantity").asInt()).isEqualTo(3);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        User customer = shop.customer();
        customer.putInCart(admin.addProduct(10), 1).expect(200);
        customer.checkOut("sim-approve", "Idempotency-Key", "mine").expect(201);

        customer.checkOut("sim-decline", "Idempotency-Key", "mine").expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRefusedCheckoutMayBeRepeatedUnderItsKey() {
        User customer = shop.customer();
        customer.checkOut("sim-approve", "Idempotency-Key", "again").expectProblem(409, "EMPTY_CART");
        customer.putInCart(admin.addProduct(10), 1).expect(200);

        customer.checkOut("sim-approve", "Idempotency-Key", "again").expect(201);
    }

    private static List<String> ordersOf(User customer) {
        return customer.get("/api/orders")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(order -> order.at("/id").asString())
                .toList();
    }
}
