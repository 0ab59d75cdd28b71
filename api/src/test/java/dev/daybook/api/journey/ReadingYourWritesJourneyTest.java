package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingYourWritesJourneyTest extends JourneyTest {
    private static final int CLIENTS = 16;
    private static final int WRITES = 1_000;
    private static final int ADDITIONS_PER_ORDER = 4;

    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void everyAcknowledgedWriteIsInTheNextReadWithSixteenClients() throws Exception {
        List<String> products = atOnce(4, 4, () -> admin.addProduct(100_000));
        var customers = new ConcurrentLinkedQueue<>(atOnce(CLIENTS, CLIENTS, shop::customer));

        atOnce(CLIENTS, CLIENTS, () -> {
            User customer = customers.remove();
            for (int inCart = 0; acknowledged.get() < WRITES; inCart = (inCart + 1) % (ADDITIONS_PER_ORDER + 1))
                if (inCart < ADDITIONS_PER_ORDER) add(customer, products.get(inCart), inCart + 1);
                else checkOut(customer);
            return customer;
        });

        assertThat(acknowledged.get()).isGreaterThanOrEqualTo(WRITES);
    }

    private void add(User customer, String product, int lines) {
        if (isAcknowledged(customer.putInCart(product, 1), 200))
            assertThat(linesOf(customer)).isEqualTo(lines);
        else awaitLines(customer, lines);
    }

    private void checkOut(User customer) {
        Answer checkout = customer.checkOut();
        if (isAcknowledged(checkout, 201)) {
            String order = checkout.text("/id");
            assertThat(customer.order(order).at("/id").asString()).isEqualTo(order);
            assertThat(customer.get("/api/orders").expect(200).text("/items/0/id"))
                    .isEqualTo(order);
            assertThat(linesOf(customer)).isZero();
        } else awaitLines(customer, 0);
    }

    /** 202 acknowledges nothing: it says that the views need longer than a client should wait. */
    private boolean isAcknowledged(Answer write, int status) {
        if (write.status() == 202) return false;
        write.expect(status);
        acknowledged.incrementAndGet();
        return true;
    }

    private static int linesOf(User customer) {
        return customer.get("/api/cart").expect(200).json().at("/items").size();
    }

    private static void awaitLines(User customer, int lines) {
        await("the cart to hold " + lines + " lines")
                .atMost(Duration.ofSeconds(60))
                .until(() -> linesOf(customer) == lines);
    }
}
