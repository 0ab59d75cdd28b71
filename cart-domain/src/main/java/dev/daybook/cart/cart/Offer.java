package dev.daybook.cart.cart;

import static dev.daybook.cart.contract.CartRefusal.CURRENCY_MISMATCH;
import static dev.daybook.cart.contract.CartRefusal.PRICE_CHANGED;
import static dev.daybook.cart.contract.CartRefusal.PRODUCT_UNAVAILABLE;

import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.Quote;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of a cart beside what the catalog quotes for them now. */
record Offer(List<QuotedLine> quotedLines) {
    static Offer of(Collection<CartLine> lines, List<Quote> quotes) {
        Map<ProductId, Quote> byProduct = quotes.stream()
                .collect(Collectors.toMap(Quote::productId, Function.identity(), (first, again) -> first));
        return new Offer(lines.stream()
                .map(line -> new QuotedLine(
                        line,
                        Optional.ofNullable(byProduct.get(line.productId())).filter(Quote::available)))
                .toList());
    }

    void requireAvailable() {
        List<String> missing = quotedLines.stream()
                .filter(quoted -> quoted.quote().isEmpty())
                .map(quoted -> quoted.line().productId().value())
                .toList();
        if (!missing.isEmpty())
            throw PRODUCT_UNAVAILABLE.because(
                    "some products of the cart are not sold any more", Map.of("productIds", missing));
    }

    void requireOneCurrency() {
        if (lines().stream().map(line -> line.unitPrice().currency()).distinct().count() > 1)
            throw CURRENCY_MISMATCH.because("the products of the cart are now sold in different currencies");
    }

    void requireKnownPrices() {
        List<Map<String, Object>> changed = quotedLines.stream()
                .filter(quoted -> !quoted.line().unitPrice().equals(quoted.now().unitPrice()))
                .map(quoted -> Map.<String, Object>of(
                        "productId", quoted.now().productId().value(),
                        "name", quoted.now().name(),
                        "oldPrice", fact(quoted.line().unitPrice()),
                        "newPrice", fact(quoted.now().unitPrice())))
                .toList();
        if (!changed.isEmpty())
            throw PRICE_CHANGED.because("some products of the cart cost something else now", Map.of("items", changed));
    }

    /** What is sold, at the names and prices quoted now. */
    List<CartLine> lines() {
        return quotedLines.stream().map(QuotedLine::now).toList();
    }

    Money total() {
        return lines().stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static Map<String, Object> fact(Money money) {
        return Map.of("amount", money.toDecimal().toPlainString(), "currency", money.currency());
    }

    /** A line and its quote; none when the product is not for sale. */
    record QuotedLine(CartLine line, Optional<Quote> quote) {
        CartLine now() {
            Quote offered = quote.orElseThrow();
            return new CartLine(line.productId(), offered.name(), offered.unitPrice(), line.quantity());
        }
    }
}
