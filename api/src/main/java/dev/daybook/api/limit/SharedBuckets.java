package dev.daybook.api.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.mysql.Bucket4jMySQL;
import io.github.bucket4j.mysql.MySQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Where several instances may run, buckets are rows that all of them take from. */
@Configuration(proxyBeanMethods = false)
@Profile("mysql")
@EnableScheduling
class SharedBuckets {
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);
    private static final int ROWS_AT_ONCE = 1_000;

    @Bean
    MySQLSelectForUpdateBasedProxyManager<String> buckets(DataSource dataSource) {
        return Bucket4jMySQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    @Bean
    Sweep sweepOfBuckets(MySQLSelectForUpdateBasedProxyManager<String> buckets) {
        return new Sweep(buckets);
    }

    /** Removes buckets that have filled up again; on every instance, because rows that are gone do no harm. */
    record Sweep(MySQLSelectForUpdateBasedProxyManager<String> buckets) {
        @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
        void sweep() {
            int removed;
            do removed = buckets.removeExpired(ROWS_AT_ONCE);
            while (removed == ROWS_AT_ONCE);
        }
    }
}
