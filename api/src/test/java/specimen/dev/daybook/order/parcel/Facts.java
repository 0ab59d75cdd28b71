package specimen.dev.daybook.order.parcel;

import java.time.Clock;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts that do more than assign. */
public interface Facts {
    class ThatTakeMore {
        @EventSourcingHandler
        void on(String event, Clock clock) {}
    }

    class ThatPublish {
        @EventSourcingHandler
        void on(String event) {
            AggregateLifecycle.apply(event);
        }
    }

    class ThatLog {
        private final Logger log = LoggerFactory.getLogger(ThatLog.class);

        @EventSourcingHandler
        void on(String event) {
            log.info(event);
        }
    }

    class ThatReadAClock {
        private final Clock clock = Clock.systemUTC();
        private long at;

        @EventSourcingHandler
        void on(String event) {
            at = clock.millis();
        }

        long at() {
            return at;
        }
    }
}
