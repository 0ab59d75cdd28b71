package dev.daybook.api.order;

import dev.daybook.api.caller.SignedIn;
import dev.daybook.api.command.Queries;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.identity.contract.Caller;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAsCreated;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAt;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderUpTo;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import dev.daybook.query.orderlist.OrderPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders as the views show them, to those who may see them; for all others there is no such order. */
@Component
public class Orders {
    private final Queries queries;

    Orders(Queries queries) {
        this.queries = queries;
    }

    public static OrderId id(String text) {
        try {
            return new OrderId(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("order");
        }
    }

    OrderView visible(String id, Caller caller) {
        return find(id(id))
                .filter(order -> maySee(caller, order))
                .orElseThrow(() -> ProblemException.notFound("order"));
    }

    Optional<OrderView> find(OrderId id) {
        return queries.optional(new FindOrder(id.value()), OrderView.class);
    }

    /** The order as its checkout left it, the same for ever. */
    public Optional<OrderView> asCreated(OrderId id) {
        return queries.optional(new FindOrderAsCreated(id.value()), OrderView.class);
    }

    /** For administrators; as it is now where no instant is given. */
    public OrderView at(OrderId id, @Nullable Instant at) {
        return queries.optional(
                        at == null ? new FindOrder(id.value()) : new FindOrderAt(id.value(), at), OrderView.class)
                .orElseThrow(() -> ProblemException.notFound("order"));
    }

    /** For administrators; as the events up to some, of itself and of its payments, tell it. */
    public OrderView upTo(OrderId id, Map<String, Long> sequences) {
        return queries.optional(new FindOrderUpTo(id.value(), sequences), OrderView.class)
                .orElseThrow(() -> ProblemException.notFound("order"));
    }

    /** The newest orders of a customer. */
    public List<OrderView> newest(String customerId, int limit) {
        return page(customerId, null, null, null, limit, null).items();
    }

    OrderPage page(
            @Nullable String customerId,
            @Nullable OrderStatus status,
            @Nullable Boolean archived,
            @Nullable Boolean flagged,
            int limit,
            @Nullable String cursor) {
        return queries.one(new FindOrders(customerId, status, archived, flagged, limit, cursor), OrderPage.class);
    }

    static boolean maySee(Caller caller, OrderView order) {
        return SignedIn.isAdmin(caller) || order.customerId().equals(caller.accountId());
    }
}
