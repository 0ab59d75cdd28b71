package dev.daybook.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cart.contract.CartCommand.AddCartItem;
import dev.daybook.cart.contract.CartId;
import dev.daybook.cart.contract.CartReceipt;
import dev.daybook.cart.contract.CheckoutJournal;
import dev.daybook.cart.contract.CustomerId;
import dev.daybook.catalog.contract.Money;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.testing.OnBothEngines;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
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
class StartingTheCartTest {
    @Test
    void takesNothingButAnEngineADatabaseAndAClock() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(AnApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.events=jackson3",
                        "axon.serializer.messages=jackson3")
                .run()) {
            var ann = new CustomerId("user-ann");

            CartReceipt receipt = application
                    .getBean(CommandGateway.class)
                    .sendAndWait(new AddCartItem(
                            ann, "a-1", new ProductId("product-mouse"), "Mouse", new Money(29_99, "USD"), 1));

            assertThat(receipt).isEqualTo(new CartReceipt(CartId.of(ann), 0));
            assertThat(application.getBean(CheckoutJournal.class).find(ann, "key", "hash"))
                    .isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(basePackages = {"dev.daybook.cart.cart", "dev.daybook.cart.checkout"})
    static class AnApplication {
        private final CartDatabase database = CartDatabase.empty();

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
        Cache cartCache() {
            return new WeakReferenceCache();
        }

        @Bean
        SnapshotTriggerDefinition cartSnapshots(Snapshotter snapshotter) {
            return new EventCountSnapshotTriggerDefinition(snapshotter, 100);
        }
    }
}
