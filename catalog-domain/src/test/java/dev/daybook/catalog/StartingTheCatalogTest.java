package dev.daybook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.ProductRegistration;
import dev.daybook.catalog.contract.ProductRegistration.Added;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@OnBothEngines
class StartingTheCatalogTest {
    @Test
    void takesNothingButAnEngineADatabaseAndAClock() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(AnApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.events=jackson3",
                        "axon.serializer.messages=jackson3",
                        "daybook.catalog.sku-claims.patience=3m")
                .run()) {
            var laptop = new ProductId("product-laptop");
            var price = new Money(999_99, "USD");

            Added added = application
                    .getBean(ProductRegistration.class)
                    .add(new AddProduct(laptop, "LAP-1", "Laptop", "", "Electronics", "Acme", price), 5);

            assertThat(added).isEqualTo(new Added(new ProductReceipt(laptop, 0), new StockReceipt(laptop, 0, null)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(basePackages = {"dev.daybook.catalog.product", "dev.daybook.catalog.stock"})
    static class AnApplication {
        private final CatalogDatabase database = CatalogDatabase.empty();

        @Bean
        DataSource dataSource() {
            return database.dataSource();
        }

        @Bean
        PlatformTransactionManager transactions() {
            return database.transactions();
        }

        @Bean
        EventStorageEngine engine() {
            return new InMemoryEventStorageEngine();
        }

        @Bean
        Clock clock() {
            return new MovableClock();
        }

        @Bean
        Cache productCache() {
            return new WeakReferenceCache();
        }

        @Bean
        Cache stockCache() {
            return new WeakReferenceCache();
        }

        @Bean
        SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
            return new EventCountSnapshotTriggerDefinition(snapshotter, 100);
        }
    }
}
