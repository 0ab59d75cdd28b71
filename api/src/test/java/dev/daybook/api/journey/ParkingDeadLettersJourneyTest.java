package dev.daybook.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.cart.contract.CustomerId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that cannot take the events of one order, because a real constraint of the database forbids its row. */
class ParkingDeadLettersJourneyTest extends JourneyTest {
    @Autowired
    private JdbcClient database;

    @Autowired
    private CheckoutJournal journal;

    @Test
    void oneOrdersLettersAreParkedOthersGoOnAndTheRetryCatchesUp() {
        User unlucky = shop.customer();
        User lucky = shop.customer();
        String product = admin.addProduct(10);
        String poisoned =
                journal.orderIdFor(new CustomerId(unlucky.id()), "poisoned").value();
        database.sql("alter table order_details add constraint poison check (order_id <> '" + poisoned + "')")
                .update();

        unlucky.putInCart(product, 1).expect(200);
        Answer checkout = unlucky.checkOut("sim-approve", "Idempotency-Key", "poisoned");
        String fine = lucky.buy(product, 1);

        assertThat(checkout.expect(202).header("Location")).isEqualTo("/api/orders/" + poisoned);
        lucky.awaitStatus(fine, "DELIVERED");
        await("the poisoned order to be delivered, as the other views know")
                .atMost(Duration.ofSeconds(30))
                .until(() -> unlucky.get("/api/orders")
                        .expect(200)
                        .text("/items/0/status")
                        .equals("DELIVERED"));
        unlucky.get("/api/orders/" + poisoned).expect(404);
        assertThat(admin.get("/api/admin/dead-letters").expect(200).json().at("/items"))
                .isNotEmpty()
                .allSatisfy(letter -> {
                    assertThat(letter.at("/view").asString()).isEqualTo("orderdetails");
                    assertThat(letter.at("/sequence").asString()).isEqualTo(poisoned);
                });

        database.sql("alter table order_details drop constraint poison").update();
        admin.post("/api/admin/dead-letters/orderdetails/retry", "").expect(200);

        assertThat(unlucky.awaitStatus(poisoned, "DELIVERED")
                        .at("/payment/status")
                        .asString())
                .isEqualTo("CAPTURED");
        assertThat(admin.get("/api/admin/dead-letters").expect(200).json().at("/items"))
                .isEmpty();
    }

    @AfterEach
    void cure() {
        database.sql("alter table order_details drop constraint if exists poison")
                .update();
    }
}
