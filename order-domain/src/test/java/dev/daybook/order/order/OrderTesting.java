package dev.daybook.order.order;

import static dev.daybook.order.contract.Samples.ORDER;

import dev.daybook.catalog.contract.Money;
import dev.daybook.order.contract.DeliveryTimes;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** An order with all it needs: a clock that stands, a carrier that takes 90 seconds, a provider of two methods. */
final class OrderTesting {
    private OrderTesting() {}

    static FixtureConfiguration<Order> orderAt(Instant now) {
        var fixture = new AggregateTestFixture<>(Order.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.registerInjectableResource(LifecycleSettings.defaults());
        fixture.registerInjectableResource((DeliveryTimes) () -> Duration.ofSeconds(90));
        fixture.registerInjectableResource(new TwoMethods());
        return fixture;
    }

    static OrderReceipt receipt(long sequence, OrderStatus status) {
        return new OrderReceipt(ORDER, sequence, status);
    }

    private static final class TwoMethods implements PaymentGateway {
        @Override
        public Set<String> methods() {
            return Set.of("card", "sim-approve");
        }

        @Override
        public Answer capture(PaymentId payment, Money amount, String method) {
            throw new AssertionError("an order never asks the provider for money");
        }

        @Override
        public void refund(PaymentId payment, Money amount) {
            throw new AssertionError("an order never gives money back");
        }
    }
}
