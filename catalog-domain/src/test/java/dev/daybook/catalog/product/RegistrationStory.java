package dev.daybook.catalog.product;

import dev.daybook.catalog.RunningCatalog;
import dev.daybook.catalog.stock.StockAggregate;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;

/** Products and stocks behind a command bus whose way can be made uncertain. */
abstract class RegistrationStory extends ProductStory {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    final RunningCatalog catalog = RunningCatalog.on(
            database,
            axon -> axon.registerComponent(Clock.class, c -> clock)
                    .registerComponent(SkuClaims.class, c -> claims)
                    .configureAggregate(Product.class)
                    .configureAggregate(StockAggregate.TYPE));
    final UncertainWay way = new UncertainWay(catalog.commandBus());
    final ClaimingRegistration registration = new ClaimingRegistration(claims, way, catalog.events());
    final SweepingSkuClaims sweeping =
            new SweepingSkuClaims(claims, catalog.events(), way, clock, new SkuClaimSettings(PATIENCE, PATIENCE));

    @AfterEach
    void close() {
        catalog.close();
    }

    /** Lets things happen to a command on its way, and to its answer on the way back. */
    static class UncertainWay extends DefaultCommandGateway {
        private Consumer<Object> there = command -> {};
        private Consumer<Object> back = command -> {};

        UncertainWay(CommandBus bus) {
            super(DefaultCommandGateway.builder().commandBus(bus));
        }

        void there(Consumer<Object> whatHappens) {
            there = whatHappens;
        }

        void back(Consumer<Object> whatHappens) {
            back = whatHappens;
        }

        void isCertainAgain() {
            there = command -> {};
            back = command -> {};
        }

        @Override
        public <R> R sendAndWait(Object command) {
            there.accept(command);
            R answer = super.sendAndWait(command);
            back.accept(command);
            return answer;
        }
    }
}
