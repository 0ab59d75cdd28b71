package dev.daybook.order.payment;

import static dev.daybook.order.contract.Samples.payment;

import dev.daybook.order.contract.PaymentReceipt;
import dev.daybook.order.contract.PaymentStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** A payment and a clock that stands. */
final class PaymentTesting {
    private PaymentTesting() {}

    static FixtureConfiguration<Payment> paymentAt(Instant now) {
        var fixture = new AggregateTestFixture<>(Payment.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        return fixture;
    }

    static PaymentReceipt receipt(long sequence, PaymentStatus status) {
        return new PaymentReceipt(payment(1), sequence, status);
    }
}
