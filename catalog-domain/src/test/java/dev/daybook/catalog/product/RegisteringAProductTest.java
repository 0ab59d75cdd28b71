package dev.daybook.catalog.product;

import static dev.daybook.catalog.MovableClock.NOON;
import static dev.daybook.catalog.contract.CatalogRefusal.INVALID_QUANTITY;
import static dev.daybook.catalog.contract.CatalogRefusal.PRODUCT_DISCONTINUED;
import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;
import static dev.daybook.catalog.contract.CatalogRefusal.STOCK_ALREADY_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductRegistration.Added;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;

@OnBothEngines
class RegisteringAProductTest extends RegistrationStory {
    private static final ProductId OTHER = new ProductId("product-other");
    private static final AddProduct OTHER_WITH_THE_SAME_SKU =
            new AddProduct(OTHER, SKU, "Another", "", "Electronics", "Acme", PRICE);

    @Test
    void addsItAndOpensItsStock() {
        Added added = registration.add(ADD_LAPTOP, 5);

        assertThat(added).isEqualTo(new Added(receipt(0), new StockReceipt(LAPTOP, 0, null)));
        assertThat(catalog.bookOf(LAPTOP)).containsExactly(LAPTOP_ADDED);
        assertThat(catalog.bookOf(StockId.of(LAPTOP))).containsExactly(new StockRegistered(LAPTOP, 5, NOON));
    }

    @Test
    void isHarmlessWhenRepeated() {
        Added first = registration.add(ADD_LAPTOP, 5);

        assertThat(registration.add(ADD_LAPTOP, 5)).isEqualTo(first);
        assertThat(catalog.bookOf(LAPTOP)).hasSize(1);
    }

    @Test
    void isRefusedWithAnotherStockThanBefore() {
        registration.add(ADD_LAPTOP, 5);

        Refused.with(STOCK_ALREADY_REGISTERED, () -> registration.add(ADD_LAPTOP, 6));
    }

    @Test
    void isRefusedWhenTheSkuIsTaken() {
        registration.add(ADD_LAPTOP, 5);

        Refused.with(SKU_TAKEN, () -> registration.add(OTHER_WITH_THE_SAME_SKU, 5));
        assertThat(catalog.bookOf(OTHER)).isEmpty();
    }

    @Test
    void leavesTheSkuFreeWhenTheRequestIsInvalid() {
        Refused.with(INVALID_QUANTITY, () -> registration.add(ADD_LAPTOP, -1));
        AddProduct tooCheap = new AddProduct(LAPTOP, SKU, "Laptop", "", "", "", new Money(-1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> registration.add(tooCheap, 1));

        registration.add(OTHER_WITH_THE_SAME_SKU, 5);
        assertThat(catalog.bookOf(OTHER)).hasSize(1);
    }

    @Test
    void freesTheSkuWhenAddingIsRefused() {
        way.there(command -> {
            throw PRODUCT_DISCONTINUED.because("as a rule would");
        });
        Refused.with(PRODUCT_DISCONTINUED, () -> registration.add(ADD_LAPTOP, 5));
        way.isCertainAgain();

        registration.add(OTHER_WITH_THE_SAME_SKU, 5);
        assertThat(catalog.bookOf(OTHER)).hasSize(1);
    }

    @Test
    void keepsTheSkuOfAnExistingProductWhateverIsRefused() {
        registration.add(ADD_LAPTOP, 5);
        way.there(command -> {
            throw PRODUCT_DISCONTINUED.because("as a rule would");
        });
        Refused.with(PRODUCT_DISCONTINUED, () -> registration.add(ADD_LAPTOP, 5));
        way.isCertainAgain();

        Refused.with(SKU_TAKEN, () -> registration.add(OTHER_WITH_THE_SAME_SKU, 5));
    }

    @Test
    void keepsTheSkuWhenNobodyKnowsWhatCameOfIt() {
        way.back(command -> {
            throw new CommandExecutionException("the connection is gone", null);
        });
        assertThatExceptionOfType(CommandExecutionException.class)
                .isThrownBy(() -> registration.add(ADD_LAPTOP, 5))
                .withMessage("the connection is gone");
        assertThat(catalog.bookOf(LAPTOP)).as("it was added all the same").containsExactly(LAPTOP_ADDED);
        way.isCertainAgain();

        Refused.with(SKU_TAKEN, () -> registration.add(OTHER_WITH_THE_SAME_SKU, 5));
        assertThat(registration.add(ADD_LAPTOP, 5).stock().sequence()).isZero();
    }

    @Test
    void isRefusedWhenTheClaimWasSweptOnTheWay() {
        way.there(command -> {
            clock.pass(Duration.ofHours(1));
            sweeping.sweep();
        });

        Refused.with(SKU_TAKEN, () -> registration.add(ADD_LAPTOP, 5));
        assertThat(catalog.bookOf(LAPTOP)).isEmpty();
    }

    @Test
    void addsOneOfManyThatComeAtOnceWithTheSameSku() throws Exception {
        int rivals = 12;
        var together = new CyclicBarrier(rivals);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < rivals; i++) {
            var rival = new AddProduct(new ProductId("product-" + i), SKU, "Laptop", "", "Electronics", "Acme", PRICE);
            attempts.add(() -> {
                together.await();
                try {
                    registration.add(rival, 1);
                    return true;
                } catch (CommandExecutionException taken) {
                    return false;
                }
            });
        }
        int winners = 0;
        try (var threads = Executors.newFixedThreadPool(rivals)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) if (attempt.get()) winners++;
        }

        assertThat(winners).isEqualTo(1);
        assertThat(IntStream.range(0, rivals).mapToObj(i -> catalog.bookOf("product-" + i)))
                .filteredOn(book -> !book.isEmpty())
                .hasSize(1);
    }
}
