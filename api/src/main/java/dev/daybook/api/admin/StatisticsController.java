package dev.daybook.api.admin;

import dev.daybook.api.command.Queries;
import dev.daybook.api.json.MoneyBody;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.order.contract.OrderStatus;
import dev.daybook.query.totals.Statistics;
import dev.daybook.query.totals.TotalsQuery.FindStatistics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Administration")
@RestController
class StatisticsController {
    private static final int MOST_DAYS = 366;
    private static final int BEST_SELLERS = 10;

    private final Queries queries;
    private final Clock clock;

    StatisticsController(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Operation(summary = "Orders per status, orders and revenue per day (UTC), best sellers")
    @GetMapping("/api/admin/statistics")
    StatisticsBody statistics(
            @RequestParam(defaultValue = "30")
                    @Min(1)
                    @Max(MOST_DAYS)
                    @Parameter(description = "The last so many days, unless from is given")
                    int days,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Parameter(description = "Today when left out")
                    @Nullable
                    LocalDate to) {
        Instants.require("from", from);
        Instants.require("to", to);
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(days - 1L) : from;
        if (first.isAfter(last)) throw ProblemException.invalid("from", "must not be after to");
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS)
            throw ProblemException.invalid("from", "must be at most " + MOST_DAYS + " days before to");
        Statistics statistics = queries.one(new FindStatistics(first, last, BEST_SELLERS), Statistics.class);
        return new StatisticsBody(
                first,
                last,
                statistics.ordersPerStatus(),
                statistics.days().stream().map(Day::of).toList(),
                statistics.bestSellers());
    }

    @Schema(name = "Statistics")
    record StatisticsBody(
            LocalDate from,
            LocalDate to,
            Map<OrderStatus, Long> ordersPerStatus,
            List<Day> days,
            List<Statistics.BestSeller> bestSellers) {}

    @Schema(name = "DayOfSales")
    record Day(
            LocalDate date,
            @Schema(example = "12") long orders,
            @Schema(example = "1") long cancellations,
            List<MoneyBody> revenue) {
        static Day of(Statistics.Day day) {
            return new Day(
                    day.date(),
                    day.orders(),
                    day.cancellations(),
                    day.revenue().stream().map(MoneyBody::of).toList());
        }
    }
}
