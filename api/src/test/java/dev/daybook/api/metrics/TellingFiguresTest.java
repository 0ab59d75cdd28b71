package dev.daybook.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.query.rebuild.Projections;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class TellingFiguresTest {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = new MovableClock();
    private final FiguresTeller one = teller();
    private final FiguresTeller two = teller();

    @BeforeEach
    void migrate() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/h2/V14__figures_teller.sql"))
                .execute(database);
    }

    @Test
    void isTheBusinessOfOneInstanceForAsLongAsItIsScraped() {
        assertThat(one.isMe()).isTrue();
        for (int scrapes = 0; scrapes < 20; scrapes++) {
            now = now.plusSeconds(30);
            assertThat(one.isMe()).isTrue();
            assertThat(two.isMe()).isFalse();
        }
    }

    @Test
    void passesToAnotherWhenItsTermHasEnded() {
        assertThat(one.isMe()).isTrue();
        now = now.plusSeconds(46);
        assertThat(two.isMe()).isTrue();
        assertThat(one.isMe()).isFalse();
    }

    @Test
    void passesToAnotherAtOnceWhenItIsHandedOver() {
        assertThat(one.isMe()).isTrue();
        two.handOver();
        assertThat(two.isMe()).isFalse();
        one.handOver();
        assertThat(two.isMe()).isTrue();
    }

    @Test
    void isLeftOutWhereTheDatabaseDoesNotAnswer() {
        var answers = new CountDownLatch(1);
        Projections stuck = (Projections) Proxy.newProxyInstance(
                Projections.class.getClassLoader(), new Class<?>[] {Projections.class}, (proxy, method, arguments) -> {
                    answers.await();
                    throw new IllegalStateException("the database is away");
                });
        var settings = new MetricsSettings(Duration.ZERO, 20, Duration.ZERO);
        try (var figures = new SharedFigures(settings, one, null, null, stuck, JdbcClient.create(database), clock)) {
            assertThat(new SharedFiguresCollector(figures).collect().stream())
                    .singleElement()
                    .satisfies(told -> assertThat(told.getMetadata().getName()).isEqualTo("daybook_figures_teller"));

            answers.countDown(); // and then it fails

            assertThat(new SharedFiguresCollector(figures).collect().size()).isEqualTo(1);
        }
    }

    private FiguresTeller teller() {
        return new FiguresTeller(JdbcClient.create(database), new DataSourceTransactionManager(database), clock);
    }

    private final class MovableClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
