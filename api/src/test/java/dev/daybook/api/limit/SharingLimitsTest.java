package dev.daybook.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.testing.OnMySql;
import dev.daybook.testing.TestDatabase;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.mysql.MySQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances that take from the same buckets, on a real server. */
@OnMySql
class SharingLimitsTest {
    private static DataSource database;

    private final MySQLSelectForUpdateBasedProxyManager<String> here = new SharedBuckets().buckets(database);
    private final MySQLSelectForUpdateBasedProxyManager<String> there = new SharedBuckets().buckets(database);

    @BeforeAll
    static void makeTheTables() {
        database = TestDatabase.onMySql().dataSource();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/mysql")
                .load()
                .migrate();
    }

    @Test
    void manyAtOnceOnBothGetWhatOneLimitAllows() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(i ->
                            () -> bucket(i % 2 == 0 ? here : there, "eager", Duration.ofHours(1))
                                    .tryConsume(1))
                    .toList();
            long letThrough = 0;
            for (var answer : threads.invokeAll(tries)) if (answer.get()) letThrough++;

            assertThat(letThrough).isEqualTo(20);
        }
    }

    @Test
    void bucketsThatAreFullAgainAreSweptAndTheOthersStay() {
        bucket(here, "long gone", Duration.ofMillis(1)).tryConsume(1);
        bucket(here, "still here", Duration.ofHours(1)).tryConsume(1);
        JdbcClient rows = JdbcClient.create(database);
        rows.sql("update rate_bucket set expires_at = 1 where id = 'long gone'").update();

        new SharedBuckets.Sweep(there).sweep();

        assertThat(rows.sql("select id from rate_bucket where id in ('long gone', 'still here')")
                        .query(String.class)
                        .list())
                .containsExactly("still here");
    }

    private static Bucket bucket(
            MySQLSelectForUpdateBasedProxyManager<String> buckets, String client, Duration window) {
        return buckets.builder()
                .build(
                        client,
                        () -> BucketConfiguration.builder()
                                .addLimit(Bandwidth.builder()
                                        .capacity(20)
                                        .refillGreedy(20, window)
                                        .build())
                                .build());
    }
}
