package dev.daybook.api.metrics;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Of all instances lets one tell what they would all tell alike, so that a sum over instances is right. It is the one that was
 * scraped first, for as long as it is scraped; when it is not any more, another takes over.
 */
@Component
class FiguresTeller {
    /** Longer than the pause between two scrapes usually is. */
    private static final Duration TERM = Duration.ofSeconds(45);

    private final String instance = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FiguresTeller(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether it is this instance, for another term. */
    boolean isMe() {
        long now = clock.millis();
        return update(
                        "update figures_teller set instance = ?, told_until = ?"
                                + " where id = 1 and (instance = ? or told_until < ?)",
                        instance,
                        now + TERM.toMillis(),
                        instance,
                        now)
                == 1;
    }

    /** Another need not wait for the end of the term. */
    @PreDestroy
    void handOver() {
        update("update figures_teller set told_until = 0 where id = 1 and instance = ?", instance);
    }

    private int update(String sql, Object... params) {
        Integer rows =
                transaction.execute(status -> jdbc.sql(sql).params(params).update());
        return rows == null ? 0 : rows;
    }
}
