package dev.daybook.api.order;

import dev.daybook.api.words.Words;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.orderdetails.OrderView;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Orders as clients see them, with labels in their language. */
@Component
public class OrderBodies {
    private final Words words;

    OrderBodies(Words words) {
        this.words = words;
    }

    /** In the language of the current request. */
    public OrderBody of(OrderView order) {
        return of(order, LocaleContextHolder.getLocale());
    }

    OrderBody of(OrderView order, Locale language) {
        return OrderBody.of(order, label(order.status(), language));
    }

    String label(OrderStatus status, Locale language) {
        return words.say("order.status." + status, language);
    }
}
