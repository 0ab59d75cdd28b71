package dev.daybook.load.floor;

import dev.daybook.testing.TestDatabase;
import java.io.File;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the benchmarks' process is told, as a file: arguments would become part of JMH's results, passwords and all.
 *
 * @param databasePid of the database, where it has a process of its own on this machine
 */
record FloorAssignment(TestDatabase database, @Nullable Long databasePid) {
    /** The system property that names the file. */
    static final String PROPERTY = "load.floor.assignment";

    static FloorAssignment given() {
        return JsonMapper.shared().readValue(new File(System.getProperty(PROPERTY)), FloorAssignment.class);
    }
}
