package dev.daybook.api.order;

import dev.daybook.api.problem.ProblemException;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.PaymentGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the payment provider offers. */
@Component
public class PaymentMethods {
    private final PaymentGateway gateway;

    PaymentMethods(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /** The method that a field of the request names, or the default where it names none. */
    public String known(String field, @Nullable String method) {
        if (method == null) return gateway.methods().iterator().next();
        if (gateway.methods().contains(method)) return method;
        throw ProblemException.refused(
                OrderRefusal.UNKNOWN_PAYMENT_METHOD.name(),
                "There is no such payment method.",
                field,
                "must be one of " + String.join(", ", gateway.methods()));
    }
}
