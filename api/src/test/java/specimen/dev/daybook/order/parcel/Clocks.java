package specimen.dev.daybook.order.parcel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

/** Ways past the clock that is injected. */
public interface Clocks {
    class OfInstant {
        Instant time() {
            return Instant.now();
        }
    }

    class OfLocalDate {
        LocalDate time() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    class OfDate {
        Date time() {
            return new Date();
        }
    }

    class OfSystem {
        long time() {
            return System.currentTimeMillis();
        }
    }

    class ByReference {
        Supplier<Instant> time() {
            return Instant::now;
        }
    }

    class OfItsOwn {
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
