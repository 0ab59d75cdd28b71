package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.Refused;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.StockEvent.StockRegistered;
import dev.daybook.catalog.contract.StockId;
import dev.daybook.testing.OnBothEngines;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OnBothEngines
class SweepingSkuClaimsTest extends RegistrationStory {
    private static final ProductId OTHER = new ProductId("product-other");

    @Test
    void givesUpAClaimWhoseProductNeverCameToBe() {
        claims.claim(SKU, LAPTOP);
        clock.pass(PATIENCE.plusSeconds(1));

        sweeping.sweep();

        claims.claim(SKU, OTHER);
    }

    @Test
    void waitsForAProductThatMayStillCome() {
        claims.claim(SKU, LAPTOP);
        clock.pass(PATIENCE.minusSeconds(1));

        sweeping.sweep();

        Refused.with(SKU_TAKEN, () -> claims.claim(SKU, OTHER));
    }

    @Test
    void keepsTheClaimOfAProductForEver() {
        registration.add(ADD_LAPTOP, 5);
        clock.pass(PATIENCE.plusSeconds(1));

        sweeping.sweep();
        clock.pass(Duration.ofDays(365));
        sweeping.sweep();

        Refused.with(SKU_TAKEN, () -> claims.claim(SKU, OTHER));
        assertThat(claims.unsettledBefore(clock.instant(), 10)).isEmpty();
        assertThat(catalog.bookOf(StockId.of(LAPTOP))).hasSize(1);
    }

    @Test
    void opensAnEmptyStockForAProductThatGotNone() {
        claims.claim(SKU, LAPTOP);
        catalog.commands().sendAndWait(ADD_LAPTOP);
        clock.pass(PATIENCE.plusSeconds(1));

        sweeping.sweep();

        assertThat(catalog.bookOf(StockId.of(LAPTOP))).containsExactly(new StockRegistered(LAPTOP, 0, clock.instant()));
    }

    @Test
    void goesOnWhenOneClaimCannotBeSwept() {
        claims.claim(SKU, LAPTOP);
        catalog.commands().sendAndWait(ADD_LAPTOP);
        clock.pass(Duration.ofSeconds(1));
        claims.claim("B", OTHER);
        clock.pass(PATIENCE.plusSeconds(1));
        way.there(command -> {
            throw new IllegalStateException("the bus is away");
        });

        sweeping.sweep();

        assertThat(claims.unsettledBefore(clock.instant(), 10))
                .extracting(SkuClaims.SkuClaim::product)
                .containsExactly(LAPTOP);
    }
}
