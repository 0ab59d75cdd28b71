package dev.daybook.testing;

import java.util.Locale;

/** The database engine that this run of the tests is about: the system property {@code daybook.test.engine}, else H2. */
public enum Engine {
    H2,
    MYSQL;

    public static Engine underTest() {
        return valueOf(System.getProperty("daybook.test.engine", "h2").toUpperCase(Locale.ROOT));
    }

    /** The query that counts the transactions that wait for another one's lock. */
    public String countOfLockWaits() {
        return switch (this) {
            case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
            case MYSQL -> "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
        };
    }

    /** As Flyway calls it, and the folders of migrations. */
    String vendor() {
        return name().toLowerCase(Locale.ROOT);
    }
}
