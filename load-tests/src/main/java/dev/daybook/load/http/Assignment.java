package dev.daybook.load.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process of Gatling is to do, as a file.
 *
 * @param tokens one for each client, none where clients need not be known
 * @param outcome the file to write what came of it
 */
record Assignment(
        String scenario,
        String base,
        int clients,
        Duration warmUp,
        Duration measured,
        Duration poll,
        List<String> tokens,
        List<String> products,
        long serverPid,
        @Nullable Long databasePid,
        Path outcome) {
    static final String PROPERTY = "load.assignment";
}
