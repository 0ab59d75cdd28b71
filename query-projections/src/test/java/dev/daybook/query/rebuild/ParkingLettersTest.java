package dev.daybook.query.rebuild;

import static dev.daybook.query.Goods.added;
import static dev.daybook.query.Goods.product;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.reserved;
import static dev.daybook.query.Goods.stock;
import static dev.daybook.query.Goods.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.daybook.catalog.contract.ProductEvent.ProductRepriced;
import dev.daybook.query.Goods;
import dev.daybook.query.RunningViews;
import dev.daybook.query.Slot;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.query.productcatalog.StockView;
import dev.daybook.testing.Engine;
import dev.daybook.testing.OnBothEngines;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By a constraint of the database itself: two products with one sku cannot both have a row. */
@OnBothEngines
class ParkingLettersTest {
    private RunningViews views;

    @BeforeEach
    void open() {
        views = RunningViews.onNewDatabase();
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void parksTheLettersOfOneProductAndGoesOnWithTheOthers() {
        publishTwins();

        assertThat(find("first")).isPresent();
        assertThat(find("twin")).isEmpty();
        assertThat(find("lamp"))
                .hasValueSatisfying(lamp -> assertThat(lamp.available()).isEqualTo(3));
        assertThat(views.letters().all())
                .extracting(DeadLetters.Letter::view, DeadLetters.Letter::sequence, DeadLetters.Letter::type)
                .containsExactly(
                        tuple("productcatalog", "product-twin", "ProductAdded"),
                        tuple("productcatalog", "product-twin", "ProductRepriced"),
                        tuple("productcatalog", "product-twin", "StockRegistered"));
        assertThat(views.letters().all())
                .allSatisfy(letter -> assertThat(letter.cause()).startsWith("DuplicateKeyException"));
        assertThat(views.status("productcatalog"))
                .satisfies(status -> assertThat(status.deadLetters()).isEqualTo(3))
                .satisfies(status -> assertThat(status.state()).isEqualTo(ProjectionStatus.State.SERVING));
    }

    @Test
    void catchesUpWhenTheyAreReadAgain() {
        publishTwins();
        assertThat(views.letters().retry("productcatalog")).isZero();
        assertThat(views.letters().all()).hasSize(3);

        views.execute("update product_view set sku = 'SKU-other' where product_id = 'product-first'");

        assertThat(views.letters().retry("productcatalog")).isEqualTo(1);
        assertThat(views.letters().all()).isEmpty();
        assertThat(find("twin")).hasValueSatisfying(twin -> {
            assertThat(twin.price()).isEqualTo(usd(222));
            assertThat(twin.available()).isEqualTo(4);
            assertThat(twin.sequence()).isEqualTo(1);
        });

        views.publish(stock("twin"), reserved("twin", "1", 1));
        views.awaitCaughtUp("productcatalog");
        assertThat(find("twin"))
                .hasValueSatisfying(twin -> assertThat(twin.available()).isEqualTo(3));
    }

    @Test
    void undoesWhatAFailedEventHadWrittenAlready() {
        views.execute("alter table product_view add constraint few check (available < 50)");
        views.publish("product-lamp", added("lamp", 100));
        views.publish(stock("lamp"), registered("lamp", 60));
        views.awaitCaughtUp("productcatalog");

        // the stock's own row was written before the product's refused
        assertThat(views.askForOne(new FindStock("product-lamp"), StockView.class))
                .isEmpty();

        views.execute("alter table product_view drop constraint few");
        assertThat(views.letters().retry("productcatalog")).isEqualTo(1);
        assertThat(views.askForOne(new FindStock("product-lamp"), StockView.class))
                .contains(new StockView("product-lamp", 60, 0, 60, 0));
    }

    @Test
    void forgetsThemInARebuild() {
        publishTwins();
        views.execute(
                switch (Engine.underTest()) {
                    case H2 -> "drop index product_view_by_sku";
                    case MYSQL -> "drop index product_view_by_sku on product_view";
                });

        views.projections().rebuild("productcatalog");
        views.awaitServing("productcatalog", Slot.B);

        assertThat(views.letters().all()).isEmpty();
        assertThat(find("twin")).isPresent();
    }

    @Test
    void triesABatchAgainThatFailsForAPassingReason() throws Exception {
        views.publish("product-lamp", added("lamp", 100));
        views.awaitCaughtUp("productcatalog");
        try (var blocking = views.connect()) {
            blocking.setAutoCommit(false);
            try (var statement = blocking.createStatement()) {
                statement.executeUpdate("update product_view set name = name where product_id = 'product-lamp'");
            }
            views.publish(
                    "product-lamp",
                    new ProductRepriced(product("lamp"), usd(100), usd(120), Goods.NOON.plusSeconds(1)));
            await("the lock to be waited for in vain")
                    .until(() -> views.status("productcatalog").state() == ProjectionStatus.State.FAILED);
            assertThat(views.status("productcatalog").lastError()).isNotBlank();
            blocking.rollback();
        }

        views.awaitCaughtUp("productcatalog");
        assertThat(find("lamp"))
                .hasValueSatisfying(lamp -> assertThat(lamp.price()).isEqualTo(usd(120)));
        assertThat(views.status("productcatalog")).satisfies(status -> {
            assertThat(status.state()).isEqualTo(ProjectionStatus.State.SERVING);
            assertThat(status.lastError()).isNull();
        });
        assertThat(views.letters().all()).isEmpty();
    }

    @Test
    void knowsNoOtherView() {
        assertThatThrownBy(() -> views.letters().retry("nonsense"))
                .isInstanceOfSatisfying(
                        ProjectionException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(ProjectionException.Problem.UNKNOWN_PROJECTION));
    }

    private void publishTwins() {
        views.publish("product-first", added("first", "SKU-same", 100));
        views.publish(
                "product-twin",
                added("twin", "SKU-same", 111),
                new ProductRepriced(product("twin"), usd(111), usd(222), Goods.NOON));
        views.publish(stock("twin"), registered("twin", 4));
        views.publish("product-lamp", added("lamp", 100));
        views.publish(stock("lamp"), registered("lamp", 3));
        views.awaitCaughtUp("productcatalog");
    }

    private Optional<ProductView> find(String name) {
        return views.askForOne(new FindProduct("product-" + name), ProductView.class);
    }
}
