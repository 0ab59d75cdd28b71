package dev.daybook.api.command;

import dev.daybook.catalog.contract.Receipt;
import dev.daybook.query.ReadYourWrites;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a write with what the views then show, or with 202 when they need longer. */
@Component
public class Writes {
    /** The views that changes of a product or its stock feed. */
    public static final Set<String> CATALOG = Set.of("productcatalog");

    public static final Set<String> CART = Set.of("cartcontents");

    public static final Set<String> ORDER = Set.of("orderdetails", "orderlist", "totals", "audittrail");

    private final ReadYourWrites views;

    Writes(ReadYourWrites views) {
        this.views = views;
    }

    /** Whether all of {@code names} show the write before the time runs out. */
    public boolean shown(Receipt receipt, Set<String> names) {
        // below zero nothing was ever written (clearing a cart that never was), so no view will ever show it
        return receipt.sequence() < 0 || views.await(receipt, names);
    }

    /** {@code answer} once the views show the write; past the bound 202, and where to look. */
    public <T> ResponseEntity<T> answer(
            Receipt receipt, Set<String> names, String location, Supplier<ResponseEntity<T>> answer) {
        return shown(receipt, names) ? answer.get() : later(location);
    }

    public static <T> ResponseEntity<T> later(String location) {
        return ResponseEntity.accepted().location(URI.create(location)).build();
    }
}
