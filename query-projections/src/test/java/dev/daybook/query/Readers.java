package dev.daybook.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events into a slot of a view, batch by batch, as its processor would. Not a component, so that no scan finds it. */
@EnableAutoConfiguration
@ComponentScan({
    "dev.daybook.query.orderdetails",
    "dev.daybook.query.orderlist",
    "dev.daybook.query.shopfigures",
    "dev.daybook.query.totals",
    "dev.daybook.query.audittrail"
})
@Import({SlotRows.class, Readers.Reader.class})
public class Readers {
    @Bean
    EventStorageEngine eventStorageEngine() {
        return new InMemoryEventStorageEngine();
    }

    @Bean
    Serving servingSlots() {
        return new Serving();
    }

    /** Slot A serves until told otherwise. */
    public static class Serving implements ServingSlots {
        private final Map<String, Slot> slots = new HashMap<>();

        @Override
        public Slot serving(String view) {
            return slots.getOrDefault(view, Slot.A);
        }

        public void flip(String view, Slot slot) {
            slots.put(view, slot);
        }
    }

    /** The hand that reads. */
    public static class Reader {
        private static final List<String> TABLES = List.of(
                "order_details",
                "order_list",
                "totals_contribution",
                "totals_customer",
                "totals_day",
                "totals_status",
                "totals_product",
                "audit_entry",
                "shop_figure",
                "shop_figure_product",
                "shop_figure_source");

        private final Map<String, View> views;
        private final TransactionManager transactions;
        private final QueryGateway queries;
        private final JdbcClient jdbc;
        private final Serving serving;

        Reader(
                List<View> views,
                TransactionManager transactions,
                QueryGateway queries,
                JdbcClient jdbc,
                Serving serving) {
            this.views = views.stream().collect(Collectors.toMap(View::name, Function.identity()));
            this.transactions = transactions;
            this.queries = queries;
            this.jdbc = jdbc;
            this.serving = serving;
        }

        /** Empties the tables; slot A serves. */
        public void startAfresh() {
            TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
            jdbc.sql("update audit_counter set last_ordinal = 0").update();
            views.keySet().forEach(view -> serving.flip(view, Slot.A));
        }

        public View view(String name) {
            return Optional.ofNullable(views.get(name)).orElseThrow();
        }

        public void serve(String view, Slot slot) {
            serving.flip(view, slot);
        }

        /**
         * Reads all events in one batch, as a whole or, if that fails, one by one; gives back those that failed, as a
         * dead-letter queue would park them.
         */
        public List<DomainEventMessage<?>> read(String view, Slot slot, List<? extends DomainEventMessage<?>> events) {
            var handler = new AnnotationEventHandlerAdapter(view(view).projection(slot));
            try {
                read(events, handler::handle, handler);
                return List.of();
            } catch (IllegalStateException anyOfThem) {
                return readEach(events, handler);
            }
        }

        private List<DomainEventMessage<?>> readEach(
                List<? extends DomainEventMessage<?>> events, AnnotationEventHandlerAdapter handler) {
            var failed = new ArrayList<DomainEventMessage<?>>();
            read(
                    events,
                    event -> {
                        try {
                            Object answer = handler.handle(event);
                            Batch.write(CurrentUnitOfWork.get());
                            return answer;
                        } catch (RuntimeException e) {
                            failed.add(event);
                            return null;
                        }
                    },
                    handler);
            return failed;
        }

        private void read(
                List<? extends DomainEventMessage<?>> events, Hand hand, AnnotationEventHandlerAdapter handler) {
            BatchingUnitOfWork<DomainEventMessage<?>> batch = new BatchingUnitOfWork<>(List.copyOf(events));
            batch.attachTransaction(transactions);
            var result = batch.executeWithResult(
                    () -> {
                        DomainEventMessage<?> event = batch.getMessage();
                        return handler.canHandle(event) ? hand.handle(event) : null;
                    },
                    RollbackConfigurationType.ANY_THROWABLE);
            if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
        }

        private interface Hand {
            @Nullable
            Object handle(DomainEventMessage<?> event) throws Exception;
        }

        /** Reads all events in batches of {@code size}. */
        public void read(String view, Slot slot, List<? extends DomainEventMessage<?>> events, int size) {
            for (int from = 0; from < events.size(); from += size)
                read(view, slot, events.subList(from, Math.min(events.size(), from + size)));
        }

        public void reset(String view, Slot slot) {
            var handler = new AnnotationEventHandlerAdapter(view(view).projection(slot));
            transactions.executeInTransaction(() -> handler.prepareReset(null));
        }

        public <R> Optional<R> findOne(Object query, Class<R> type) {
            return queries.query(query, ResponseTypes.optionalInstanceOf(type)).join();
        }

        public <R> List<R> findAll(Object query, Class<R> type) {
            return queries.query(query, ResponseTypes.multipleInstancesOf(type)).join();
        }

        public <R> R ask(Object query, Class<R> type) {
            return queries.query(query, type).join();
        }

        /** The rows of a slot, without the slot. */
        public List<Map<String, Object>> rows(String table, Slot slot) {
            return jdbc
                    .sql("select * from " + table + " where slot = ?")
                    .param(slot.name())
                    .query()
                    .listOfRows()
                    .stream()
                    .peek(row -> row.remove("SLOT"))
                    .sorted(Comparator.comparing(Map::toString))
                    .toList();
        }
    }
}
