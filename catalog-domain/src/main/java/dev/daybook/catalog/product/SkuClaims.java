package dev.daybook.catalog.product;

import static dev.daybook.catalog.contract.CatalogRefusal.SKU_TAKEN;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import dev.daybook.catalog.contract.ProductId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which product has which sku, or is about to. Skus are compared to the letter.
 *
 * <p>A claim is locked by whoever adds its product and by whoever gives it up, so that one of them comes first: a product
 * is never added on a claim that is gone, and a claim is never given up under a product that is being added.
 */
@Component
class SkuClaims {
    private static final int LONGEST_SKU = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    SkuClaims(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Claims a sku, for all to see when this returns; by the same product again it renews the claim. */
    void claim(String sku, ProductId product) {
        if (sku.isBlank() || sku.length() > LONGEST_SKU)
            throw new IllegalArgumentException("a sku has 1 to " + LONGEST_SKU + " characters");
        try {
            ownTransaction.executeWithoutResult(transaction -> insert(sku, product));
        } catch (DuplicateKeyException taken) {
            if (Boolean.TRUE.equals(ownTransaction.execute(transaction -> renew(sku, product)))) return;
            throw SKU_TAKEN.because("another product has, or had, this sku, or this product has another one");
        }
    }

    /** Whether the claim stands; if so, nobody gives it up before the surrounding transaction has ended. */
    boolean hold(String sku, ProductId product) {
        return jdbc.sql("select settled from sku_claim where sku = :sku and product_id = :product for update")
                .param("sku", sku)
                .param("product", product.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Gives a claim up, unless its product turns out to exist. */
    boolean giveUpUnless(SkuClaim claim, BooleanSupplier productExists) {
        return Boolean.TRUE.equals(ownTransaction.execute(transaction -> {
            if (!hold(claim.sku(), claim.product()) || productExists.getAsBoolean()) return false;
            jdbc.sql("delete from sku_claim where sku = :sku and product_id = :product")
                    .param("sku", claim.sku())
                    .param("product", claim.product().value())
                    .update();
            return true;
        }));
    }

    /** The sku is the product's for ever; no sweep looks at the claim again. */
    void settle(SkuClaim claim) {
        ownTransaction.executeWithoutResult(transaction -> jdbc.sql(
                        "update sku_claim set settled = true where sku = :sku and product_id = :product")
                .param("sku", claim.sku())
                .param("product", claim.product().value())
                .update());
    }

    /** The oldest claims made before {@code then} of which nobody knows yet what came of them. */
    List<SkuClaim> unsettledBefore(Instant then, int atMost) {
        return ownTransaction.execute(transaction -> jdbc.sql("""
                        select sku, product_id from sku_claim where settled = false and claimed_at < :then
                        order by claimed_at, sku limit :atMost""")
                .param("then", utc(then))
                .param("atMost", atMost)
                .query((row, number) -> new SkuClaim(row.getString("sku"), new ProductId(row.getString("product_id"))))
                .list());
    }

    private void insert(String sku, ProductId product) {
        jdbc.sql("""
                insert into sku_claim (sku, product_id, claimed_at, settled) values (:sku, :product, :now, false)""")
                .param("sku", sku)
                .param("product", product.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    private boolean renew(String sku, ProductId product) {
        return jdbc.sql("update sku_claim set claimed_at = :now where sku = :sku and product_id = :product")
                        .param("now", utc(clock.instant()))
                        .param("sku", sku)
                        .param("product", product.value())
                        .update()
                == 1;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A sku and the product that claimed it. */
    record SkuClaim(String sku, ProductId product) {}
}
