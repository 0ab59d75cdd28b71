package dev.daybook.api.samples;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductRegistration;
import dev.daybook.identity.contract.Accounts;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import dev.daybook.query.ReadYourWrites;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProducts;
import dev.daybook.query.productcatalog.ProductPage;
import dev.daybook.query.productcatalog.ProductSort;
import dev.daybook.query.productcatalog.ProductView;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Two demo accounts, and products where there are none. Runs before the application calls itself ready. */
@Component
@ConditionalOnProperty("daybook.samples")
class Samples implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);

    private final Accounts accounts;
    private final ProductRegistration registration;
    private final ReadYourWrites reads;
    private final QueryGateway queries;
    private final Resource file;

    Samples(
            Accounts accounts,
            ProductRegistration registration,
            ReadYourWrites reads,
            QueryGateway queries,
            @Value("classpath:samples/products.json") Resource file) {
        this.accounts = accounts;
        this.registration = registration;
        this.reads = reads;
        this.queries = queries;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        accounts.ensure(new NewAccount("demo", "demo-password", "Demo Customer", null, null), Set.of(Role.USER));
        accounts.ensure(
                new NewAccount("admin", "admin-password", "Demo Administrator", null, null),
                Set.of(Role.USER, Role.ADMIN));
        List<Sample> samples = read();
        if (catalogIsEmpty() || wasInterrupted(samples)) {
            for (Sample sample : samples) {
                var added = registration.add(sample.asCommand(), sample.stock());
                if (sample == samples.getLast()) {
                    reads.await(added.product(), Set.of("productcatalog"));
                    reads.await(added.stock(), Set.of("productcatalog"));
                }
            }
            LOG.info("Filled the empty catalog with {} sample products", samples.size());
        }
    }

    private boolean catalogIsEmpty() {
        var any = new FindProducts(null, null, null, null, null, ProductSort.NAME, 1, null);
        return queries.query(any, ProductPage.class).join().items().isEmpty();
    }

    /** A first start that was killed half-way left the first sample, and not the last. */
    private boolean wasInterrupted(List<Sample> samples) {
        return exists(samples.getFirst()) && !exists(samples.getLast());
    }

    private boolean exists(Sample sample) {
        return queries.query(new FindProduct(sample.id().value()), ResponseTypes.optionalInstanceOf(ProductView.class))
                .join()
                .isPresent();
    }

    private List<Sample> read() throws IOException {
        try (var in = file.getInputStream()) {
            return new JsonMapper().readValue(in, new TypeReference<>() {});
        }
    }

    private record Sample(
            String sku,
            String name,
            String description,
            String category,
            String manufacturer,
            BigDecimal price,
            int stock) {
        /** The same on every start, so that a repeat adds nothing. */
        ProductId id() {
            return new ProductId(ProductId.PREFIX + UuidCreator.getNameBasedSha1(sku));
        }

        AddProduct asCommand() {
            return new AddProduct(id(), sku, name, description, category, manufacturer, Money.of(price, "USD"));
        }
    }
}
