package dev.daybook.api.edge;

import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartCommand.ChangeCartItemQuantity;
import dev.daybook.cart.contract.CartCommand.CheckOutCart;
import dev.daybook.cart.contract.CartCommand.ClearCart;
import dev.daybook.cart.contract.CartCommand.RemoveCartItem;
import dev.daybook.cart.contract.CartLine;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.CartRefusal;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.OrderId;
import dev.daybook.catalog.contract.ProductCommand.ChangeProductDetails;
import dev.daybook.catalog.contract.ProductCommand.DiscontinueProduct;
import dev.daybook.catalog.contract.ProductCommand.RepriceProduct;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.RefusalDetails;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.order.contract.OrderCommand.CancelOrder;
import dev.daybook.order.contract.OrderCommand.RetryPayment;
import dev.daybook.order.contract.OrderCommand.ShipOrder;
import dev.daybook.order.contract.OrderLine;
import dev.daybook.order.contract.OrderReceipt;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.audittrail.AuditEntry;
import dev.daybook.query.audittrail.AuditPage;
import dev.daybook.query.audittrail.AuditTrailQuery.FindHistory;
import dev.daybook.query.audittrail.AuditTrailQuery.SearchAudit;
import dev.daybook.query.cartcontents.CartContentsQuery.FindCart;
import dev.daybook.query.cartcontents.CartContentsQuery.ListCarts;
import dev.daybook.query.cartcontents.CartPage;
import dev.daybook.query.cartcontents.CartView;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrder;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAsCreated;
import dev.daybook.query.orderdetails.OrderDetailsQuery.FindOrderAt;
import dev.daybook.query.orderdetails.OrderView;
import dev.daybook.query.orderlist.OrderListQuery.FindOrders;
import dev.daybook.query.orderlist.OrderPage;
import dev.daybook.query.productcatalog.CategoryView;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProductsById;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductCatalogQuery.ListCategories;
import dev.daybook.query.productcatalog.ProductPage;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.query.productcatalog.StockView;
import dev.daybook.query.totals.Spending;
import dev.daybook.query.totals.Statistics;
import dev.daybook.query.totals.TotalsQuery.FindSpending;
import dev.daybook.query.totals.TotalsQuery.FindStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryHandler;

/** A shop with one laptop, one discontinued mouse, and whatever orders a test puts in. */
class MadeUpDomain {
    static final ProductId LAPTOP = new ProductId("product-laptop");
    static final ProductId MOUSE = new ProductId("product-mouse");
    static final Money PRICE = new Money(99_999, "USD");

    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    final List<CommandMessage<?>> commands = new CopyOnWriteArrayList<>();
    final Map<String, OrderView> orders = new ConcurrentHashMap<>();
    /** The orders that were asked for, by id, each as often as it was. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final Map<String, CartView> carts = new ConcurrentHashMap<>();

    // --- commands

    @CommandHandler
    ProductReceipt on(ChangeProductDetails command, CommandMessage<?> message) {
        commands.add(message);
        return new ProductReceipt(command.productId(), 4);
    }

    @CommandHandler
    ProductReceipt on(RepriceProduct command, CommandMessage<?> message) {
        commands.add(message);
        return new ProductReceipt(command.productId(), 5);
    }

    @CommandHandler
    ProductReceipt on(DiscontinueProduct command, CommandMessage<?> message) {
        commands.add(message);
        return new ProductReceipt(command.productId(), 4);
    }

    @CommandHandler
    StockReceipt on(AdjustStock command, CommandMessage<?> message) {
        commands.add(message);
        return new StockReceipt(command.productId(), 1, null);
    }

    @CommandHandler
    CartReceipt on(AddCartItem command, CommandMessage<?> message) {
        commands.add(message);
        carts.put(
                command.customerId().value(),
                new CartView(
                        command.cartId().value(),
                        command.customerId().value(),
                        List.of(new CartLine(
                                command.productId(), command.name(), command.unitPrice(), command.quantity())),
                        command.unitPrice().times(command.quantity()),
                        NOON,
                        0));
        return new CartReceipt(command.cartId(), 0);
    }

    @CommandHandler
    CartReceipt on(ChangeCartItemQuantity command, CommandMessage<?> message) throws Exception {
        commands.add(message);
        throw CartRefusal.ITEM_NOT_IN_CART.because("the product is not in the cart");
    }

    @CommandHandler
    CartReceipt on(RemoveCartItem command, CommandMessage<?> message) {
        commands.add(message);
        throw new IllegalStateException("secret of class dev.daybook.Internal");
    }

    @CommandHandler
    CartReceipt on(ClearCart command, CommandMessage<?> message) {
        commands.add(message);
        return new CartReceipt(command.cartId(), 2);
    }

    @CommandHandler
    CartReceipt on(CheckOutCart command, CommandMessage<?> message) {
        commands.add(message);
        if (command.quotes().isEmpty()) throw CartRefusal.EMPTY_CART.because("there is nothing in the cart");
        if (command.quotes().stream().anyMatch(quote -> !quote.available()))
            throw CartRefusal.PRICE_CHANGED.because(
                    "a price has changed",
                    Map.of(
                            "changes",
                            List.of(Map.of(
                                    "productId",
                                    "product-mouse",
                                    "newPrice",
                                    Map.of("minorUnits", 1250, "currency", "USD"))),
                            "status",
                            "hidden"));
        orders.put(
                command.orderId().value(),
                order(command.orderId(), command.customerId().value(), 0));
        carts.remove(command.customerId().value());
        return new CartReceipt(command.cartId(), 3);
    }

    @CommandHandler
    OrderReceipt on(CancelOrder command, CommandMessage<?> message) {
        commands.add(message);
        return new OrderReceipt(command.orderId(), 3, OrderStatus.CANCELLED);
    }

    @CommandHandler
    OrderReceipt on(RetryPayment command, CommandMessage<?> message) {
        commands.add(message);
        throw OrderRefusal.PAYMENT_NOT_RETRYABLE.because("the order is not waiting for another payment");
    }

    @CommandHandler
    OrderReceipt on(ShipOrder command, CommandMessage<?> message) {
        commands.add(message);
        return new OrderReceipt(command.orderId(), 3, OrderStatus.SHIPPING);
    }

    // --- queries

    @QueryHandler
    ProductPage on(FindProducts query) {
        if ("stale".equals(query.cursor())) {
            var details = new RefusalDetails("INVALID_CURSOR", "the cursor is of another list", Map.of());
            throw new QueryExecutionException("the cursor is of another list", null, details);
        }
        return new ProductPage(List.of(laptop()), null);
    }

    @QueryHandler
    Optional<ProductView> on(FindProduct query) {
        if (query.productId().equals(LAPTOP.value())) return Optional.of(laptop());
        return query.productId().equals(MOUSE.value()) ? Optional.of(mouse()) : Optional.empty();
    }

    @QueryHandler
    List<ProductView> on(FindProductsById query) {
        return List.of(laptop(), mouse()).stream()
                .filter(product -> query.productIds().contains(product.productId()))
                .toList();
    }

    @QueryHandler
    List<CategoryView> on(ListCategories query) {
        return List.of(new CategoryView("Electronics", 1));
    }

    @QueryHandler
    Optional<StockView> on(FindStock query) {
        return Optional.of(new StockView(query.productId(), 5, 1, 4, 1));
    }

    @QueryHandler
    Optional<CartView> on(FindCart query) {
        return Optional.ofNullable(carts.get(query.customerId()));
    }

    @QueryHandler
    CartPage on(ListCarts query) {
        return new CartPage(List.copyOf(carts.values()), null);
    }

    @QueryHandler
    Optional<OrderView> on(FindOrder query) {
        asked.add(query.orderId());
        return Optional.ofNullable(orders.get(query.orderId()));
    }

    @QueryHandler
    Optional<OrderView> on(FindOrderAt query) {
        return Optional.ofNullable(orders.get(query.orderId()));
    }

    @QueryHandler
    Optional<OrderView> on(FindOrderAsCreated query) {
        return Optional.ofNullable(orders.get(query.orderId()));
    }

    @QueryHandler
    OrderPage on(FindOrders query) {
        return new OrderPage(
                orders.values().stream()
                        .filter(order ->
                                query.customerId() == null || query.customerId().equals(order.customerId()))
                        .toList(),
                null);
    }

    @QueryHandler
    List<AuditEntry> on(FindHistory query) {
        return List.of();
    }

    @QueryHandler
    AuditPage on(SearchAudit query) {
        return new AuditPage(List.of(), null);
    }

    @QueryHandler
    Spending on(FindSpending query) {
        return new Spending(query.customerId(), List.of(new Money(19_998, "USD")), 2);
    }

    @QueryHandler
    Statistics on(FindStatistics query) {
        return new Statistics(Map.of(OrderStatus.CREATED, 2L), List.of(), List.of());
    }

    static OrderView order(OrderId id, String customerId, long sequence) {
        return order(id, customerId, sequence, false);
    }

    static OrderView archived(OrderId id, String customerId, long sequence) {
        return order(id, customerId, sequence, true);
    }

    private static OrderView order(OrderId id, String customerId, long sequence, boolean archived) {
        return new OrderView(
                id.value(),
                customerId,
                OrderStatus.CREATED,
                List.of(new OrderLine(LAPTOP, "Laptop", PRICE, 2)),
                PRICE.times(2),
                "sim-approve",
                List.of(),
                new OrderView.NextStep(OrderView.NextStep.What.PAYMENT_DUE, NOON.plusSeconds(900)),
                null,
                false,
                NOON,
                NOON,
                archived,
                sequence,
                0);
    }

    static ProductView laptop() {
        return product(LAPTOP, "LAP-1", "Laptop", PRICE, false);
    }

    static ProductView mouse() {
        return product(MOUSE, "MOU-1", "Mouse", new Money(1_250, "USD"), true);
    }

    private static ProductView product(ProductId id, String sku, String name, Money price, boolean discontinued) {
        return new ProductView(
                id.value(), sku, name, "", "Electronics", "Northwind", price, 4, discontinued, NOON, NOON, 3, 1);
    }
}
