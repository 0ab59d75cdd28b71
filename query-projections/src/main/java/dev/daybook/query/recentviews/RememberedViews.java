package dev.daybook.query.recentviews;

import dev.daybook.query.Micros;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RememberedViews implements RecentViews {
    private static final int REMEMBERED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RememberedViews(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void viewed(String customerId, String productId) {
        long now = Micros.of(clock.instant());
        transaction.executeWithoutResult(status -> {
            note(customerId, productId, now);
            forget(customerId);
        });
    }

    @Override
    public List<String> of(String customerId) {
        return newestFirst(customerId).stream().limit(REMEMBERED).toList();
    }

    private void note(String customerId, String productId, long now) {
        if (update(customerId, productId, now)) return;
        try {
            jdbc.sql("insert into recent_view (viewed_at, customer_id, product_id) values (?, ?, ?)")
                    .params(now, customerId, productId)
                    .update();
        } catch (DuplicateKeyException e) {
            update(customerId, productId, now); // looked at twice at once
        }
    }

    private boolean update(String customerId, String productId, long now) {
        return jdbc.sql("update recent_view set viewed_at = ? where customer_id = ? and product_id = ?")
                        .params(now, customerId, productId)
                        .update()
                == 1;
    }

    private void forget(String customerId) {
        newestFirst(customerId).stream()
                .skip(REMEMBERED)
                .forEach(productId -> jdbc.sql("delete from recent_view where customer_id = ? and product_id = ?")
                        .params(customerId, productId)
                        .update());
    }

    private List<String> newestFirst(String customerId) {
        return jdbc.sql("select product_id from recent_view where customer_id = ?"
                        + " order by viewed_at desc, product_id desc")
                .param(customerId)
                .query(String.class)
                .list();
    }
}
