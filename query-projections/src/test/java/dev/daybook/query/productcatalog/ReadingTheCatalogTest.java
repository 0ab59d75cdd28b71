package dev.daybook.query.productcatalog;

import static dev.daybook.query.Goods.NOON;
import static dev.daybook.query.Goods.added;
import static dev.daybook.query.Goods.order;
import static dev.daybook.query.Goods.product;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.reserved;
import static dev.daybook.query.Goods.stock;
import static dev.daybook.query.Goods.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.catalog.contract.ProductEvent.ProductAdded;
import dev.daybook.catalog.contract.ProductEvent.ProductDetailsChanged;
import dev.daybook.catalog.contract.ProductEvent.ProductDiscontinued;
import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import dev.daybook.catalog.contract.RefusalDetails;
import dev.daybook.catalog.contract.StockEvent.StockAdjusted;
import dev.daybook.catalog.contract.StockEvent.StockDispatched;
import dev.daybook.catalog.contract.StockEvent.StockReceived;
import dev.daybook.catalog.contract.StockEvent.StockRejected;
import dev.daybook.catalog.contract.StockEvent.StockReleased;
import dev.daybook.catalog.contract.StockEvent.StockReturned;
import dev.daybook.query.Cursor;
import dev.daybook.query.RunningViews;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProductsById;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductCatalogQuery.ListCategories;
import dev.daybook.testing.OnBothEngines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothEngines
class ReadingTheCatalogTest {
    private static RunningViews views;

    @BeforeAll
    static void someGoods() {
        views = RunningViews.onNewDatabase();
        views.publish("product-laptop", added("laptop", 99_999));
        views.publish(stock("laptop"), registered("laptop", 10));
        views.publish(stock("mouse"), registered("mouse", 5), reserved("mouse", "1", 5)); // before its product
        views.publish("product-mouse", added("mouse", 2_999));
        views.publish(
                "product-atlas",
                new ProductAdded(
                        product("atlas"),
                        "BK-100%",
                        "Atlas",
                        "maps_and more",
                        "Books",
                        "Kite & Sons",
                        usd(2_999),
                        NOON));
        views.publish(
                "product-gone", added("gone", 100), new ProductDiscontinued(product("gone"), NOON.plusSeconds(60)));
        for (int i = 0; i < 23; i++)
            views.publish(
                    "product-pen" + i,
                    new ProductAdded(
                            product("pen" + i),
                            "PEN-" + i,
                            i % 3 == 0 ? "Pen" : "pen " + i,
                            "writes",
                            "Office",
                            "Quill",
                            usd(100 + i % 4),
                            NOON.plusSeconds(i % 5)));
        views.awaitCaughtUp("productcatalog");
    }

    @AfterAll
    static void close() {
        views.close();
    }

    @Test
    void showsAProductWithWhatCanBeSold() {
        assertThat(find("laptop"))
                .isEqualTo(new ProductView(
                        "product-laptop",
                        "SKU-laptop",
                        "laptop",
                        "a fine laptop",
                        "Electronics",
                        "Northwind",
                        usd(99_999),
                        10,
                        false,
                        NOON,
                        NOON,
                        0,
                        0));
        assertThat(views.askForOne(new FindProduct("product-nowhere"), ProductView.class))
                .isEmpty();
    }

    @Test
    void takesStockBeforeTheProductItIsOf() {
        assertThat(find("mouse").available()).isZero();
        assertThat(find("mouse").stockSequence()).isEqualTo(1);
        assertThat(views.askForOne(new FindStock("product-mouse"), StockView.class))
                .contains(new StockView("product-mouse", 5, 5, 0, 1));
    }

    @Test
    void followsEveryMovementOfStock() {
        String id = stock("lamp");
        views.publish("product-lamp", added("lamp", 500));
        views.publish(
                id,
                registered("lamp", 10),
                new StockReceived(product("lamp"), "m1", 5, NOON),
                new StockAdjusted(product("lamp"), "m2", -1, "broken", NOON),
                reserved("lamp", "1", 4),
                reserved("lamp", "2", 3),
                new StockRejected(product("lamp"), order("3"), 99, 7, NOON),
                new StockDispatched(product("lamp"), order("1"), 4, NOON),
                new StockReleased(product("lamp"), order("2"), 3, NOON),
                new StockReturned(product("lamp"), order("1"), 4, NOON),
                new StockReleased(product("lamp"), order("4"), 0, NOON));
        views.awaitCaughtUp("productcatalog");

        assertThat(views.askForOne(new FindStock("product-lamp"), StockView.class))
                .contains(new StockView("product-lamp", 14, 0, 14, 9));
        assertThat(find("lamp").available()).isEqualTo(14);
    }

    @Test
    void followsTheProduct() {
        var later = NOON.plusSeconds(5);
        views.publish(
                "product-desk",
                added("desk", 10_000),
                new ProductDetailsChanged(product("desk"), "Oak desk", "solid", "Furniture", "Woodworks", later),
                new ProductRepriced(product("desk"), usd(10_000), usd(12_345), later));
        views.awaitCaughtUp("productcatalog");

        assertThat(find("desk"))
                .isEqualTo(new ProductView(
                        "product-desk",
                        "SKU-desk",
                        "Oak desk",
                        "solid",
                        "Furniture",
                        "Woodworks",
                        usd(12_345),
                        0,
                        false,
                        NOON,
                        later,
                        2,
                        -1));
        assertThat(ids(search("OAK woodworks sku-desk"))).containsExactly("product-desk");
    }

    @Test
    void skipsAnEventItHasApplied() {
        views.publish("product-chair", added("chair", 700));
        views.publish(stock("chair"), registered("chair", 8), reserved("chair", "1", 3));
        views.awaitCaughtUp("productcatalog");
        var before = find("chair");
        var projection = views.bean(ProductCatalogView.class).projection(Slot.A);

        var handlers = (ProductCatalogProjection) projection;
        views.inABatch(() -> {
            handlers.on(registered("chair", 8), 0);
            handlers.on(reserved("chair", "1", 3), 1);
            handlers.on(added("chair", 700), 0);
        });

        assertThat(find("chair")).isEqualTo(before);
    }

    @Test
    void findsWordsWhereverTheyAre() {
        assertThat(ids(search("ATLAS"))).containsExactly("product-atlas");
        assertThat(ids(search("kite maps"))).containsExactly("product-atlas");
        assertThat(ids(search("bk-100"))).containsExactly("product-atlas");
        assertThat(ids(search("atlas laptop"))).isEmpty();
        assertThat(ids(search("   "))).isNotEmpty();
    }

    @Test
    void takesWildcardsByTheLetter() {
        assertThat(ids(search("100%"))).containsExactly("product-atlas");
        assertThat(ids(search("maps_and"))).containsExactly("product-atlas");
        assertThat(ids(search("l_ptop"))).isEmpty();
        assertThat(ids(search("a%s"))).isEmpty();
        assertThat(ids(search("!"))).isEmpty();
    }

    @Test
    void filtersByCategoryPriceAndStock() {
        assertThat(ids(list(null, "Books", null, null, null))).containsExactly("product-atlas");
        assertThat(ids(list(null, null, "29.99", "29.99", null)))
                .containsExactlyInAnyOrder("product-atlas", "product-mouse");
        assertThat(ids(list("mouse", "Electronics", null, null, true))).isEmpty();
        assertThat(ids(list("mouse", "Electronics", null, null, false))).containsExactly("product-mouse");
        assertThat(ids(list("laptop", null, "999.99", null, true))).containsExactly("product-laptop");
        assertThat(ids(list("laptop", null, "1000", null, true))).isEmpty();
    }

    @Test
    void doesNotListWhatIsNoLongerSold() {
        assertThat(ids(search("gone"))).isEmpty();
        assertThat(find("gone").discontinued()).isTrue();
    }

    @Test
    void countsWhatIsForSaleInEachCategory() {
        assertThat(views.askForAll(new ListCategories(), CategoryView.class))
                .contains(new CategoryView("Books", 1), new CategoryView("Office", 23))
                .isSortedAccordingTo((one, other) -> one.name().compareTo(other.name()));
    }

    @Test
    void findsSeveralById() {
        assertThat(views.askForAll(
                        new FindProductsById(Set.of("product-gone", "product-atlas", "product-nowhere")),
                        ProductView.class))
                .extracting(ProductView::productId)
                .containsExactlyInAnyOrder("product-gone", "product-atlas");
    }

    @ParameterizedTest
    @EnumSource
    void turnsPagesWithoutLossOrRepeat(ProductSort sort) {
        List<ProductView> read = new ArrayList<>();
        String cursor = null;
        do {
            var page =
                    views.ask(new FindProducts(null, "Office", null, null, null, sort, 4, cursor), ProductPage.class);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4).isNotEmpty();
            read.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(read)
                .extracting(ProductView::productId)
                .doesNotHaveDuplicates()
                .hasSize(23);
        assertThat(read).isSortedAccordingTo((one, other) -> {
            int order = switch (sort) {
                case NAME -> lower(one).compareTo(lower(other));
                case NAME_DESC -> lower(other).compareTo(lower(one));
                case PRICE -> one.price().toDecimal().compareTo(other.price().toDecimal());
                case PRICE_DESC ->
                    other.price().toDecimal().compareTo(one.price().toDecimal());
                case NEWEST -> other.createdAt().compareTo(one.createdAt());
            };
            boolean ascending = sort == ProductSort.NAME || sort == ProductSort.PRICE;
            int ids = one.productId().compareTo(other.productId());
            return order != 0 ? order : ascending ? ids : -ids;
        });
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = views.ask(
                        new FindProducts(null, "Office", null, null, null, ProductSort.NAME, 4, null),
                        ProductPage.class)
                .nextCursor();

        for (var query : List.of(
                new FindProducts(null, "Office", null, null, null, ProductSort.PRICE, 4, cursor),
                new FindProducts("pen", "Office", null, null, null, ProductSort.NAME, 4, cursor),
                new FindProducts(null, null, null, null, null, ProductSort.NAME, 4, "nonsense")))
            assertThatThrownBy(() -> views.ask(query, ProductPage.class))
                    .isInstanceOfSatisfying(
                            QueryExecutionException.class,
                            refused -> assertThat(refused.<RefusalDetails>getDetails()
                                            .orElseThrow()
                                            .code())
                                    .isEqualTo("INVALID_CURSOR"));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "daybook.test.engine",
            matches = "mysql",
            disabledReason = "it reads H2's plans, and MySQL's depend on how much there is")
    void listsAndCountsByIndex() {
        assertThat(plan(new FindProducts(null, null, null, null, null, ProductSort.NAME, 20, null), null))
                .contains("PRODUCT_VIEW_BY_NAME", "index sorted");
        assertThat(plan(new FindProducts(null, "Office", null, null, null, ProductSort.NAME_DESC, 20, null), null))
                .contains("PRODUCT_VIEW_BY_CATEGORY", "index sorted");
        assertThat(plan(
                        new FindProducts(null, null, BigDecimal.ONE, null, null, ProductSort.PRICE_DESC, 20, null),
                        null))
                .contains("PRODUCT_VIEW_BY_PRICE", "index sorted");
        Cursor cursor = Cursor.of("any");
        assertThat(plan(
                        new FindProducts(null, null, null, null, null, ProductSort.NEWEST, 20, null),
                        cursor.read(cursor.after(7, "product-7"), 2)))
                .contains("PRODUCT_VIEW_BY_AGE", "index sorted");
        assertThat(plan(
                        "select category, count(*) from product_view where slot = 'A' and discontinued = false"
                                + " group by category",
                        Map.of()))
                .contains("PRODUCT_VIEW_BY_CATEGORY");
    }

    private static String plan(FindProducts query, Cursor.@Nullable Key after) {
        var filter = new ProductFilter(query, Slot.A, after);
        return plan("select * from product_view " + filter.sql(), filter.values());
    }

    private static String plan(String sql, Map<String, Object> values) {
        return String.join(
                "\n",
                views.jdbc()
                        .sql("explain " + sql)
                        .params(values)
                        .query(String.class)
                        .list());
    }

    private static String lower(ProductView product) {
        return product.name().toLowerCase(Locale.ROOT);
    }

    private static ProductView find(String name) {
        return views.askForOne(new FindProduct("product-" + name), ProductView.class)
                .orElseThrow();
    }

    private static ProductPage search(String text) {
        return list(text, null, null, null, null);
    }

    private static ProductPage list(
            @Nullable String text,
            @Nullable String category,
            @Nullable String min,
            @Nullable String max,
            @Nullable Boolean inStock) {
        return views.ask(
                new FindProducts(
                        text,
                        category,
                        min == null ? null : new BigDecimal(min),
                        max == null ? null : new BigDecimal(max),
                        inStock,
                        ProductSort.NAME,
                        100,
                        null),
                ProductPage.class);
    }

    private static List<String> ids(ProductPage page) {
        return page.items().stream().map(ProductView::productId).toList();
    }
}
