package dev.daybook.query;

import static dev.daybook.query.Goods.added;
import static dev.daybook.query.Goods.product;
import static dev.daybook.query.Goods.registered;
import static dev.daybook.query.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@OnBothEngines
class ReadingYourWritesTest {
    private static final Set<String> CATALOG = Set.of("productcatalog");

    private static RunningViews views;

    @BeforeAll
    static void open() {
        views = RunningViews.onNewDatabase();
    }

    @AfterAll
    static void close() {
        views.close();
    }

    @Test
    void seesEachWriteInTheNextRead() {
        for (int i = 0; i < 5; i++) {
            String name = "lamp" + i;
            views.publish("product-" + name, added(name, 100));
            views.publish(stock(name), registered(name, 7));

            assertThat(await(new ProductReceipt(product(name), 0))).isTrue();
            assertThat(await(new StockReceipt(product(name), 0, null))).isTrue();
            assertThat(views.askForOne(new FindProduct("product-" + name), ProductView.class))
                    .hasValueSatisfying(
                            product -> assertThat(product.available()).isEqualTo(7));
        }
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        long start = System.nanoTime();

        assertThat(await(new ProductReceipt(product("never"), 0))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void doesNotWaitForViewsThatTheWriteDoesNotFeed() {
        assertThat(views.bean(ReadYourWrites.class)
                        .await(new ProductReceipt(product("never"), 0), Set.of("cartcontents")))
                .isTrue();
    }

    @Test
    void refusesAViewThatThereIsNot() {
        assertThatThrownBy(() -> views.bean(ReadYourWrites.class)
                        .await(new ProductReceipt(product("lamp0"), 0), Set.of("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean await(dev.daybook.catalog.contract.Receipt receipt) {
        return views.bean(ReadYourWrites.class).await(receipt, CATALOG);
    }
}
