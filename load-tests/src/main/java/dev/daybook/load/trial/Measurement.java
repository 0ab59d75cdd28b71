package dev.daybook.load.trial;

import dev.daybook.load.figure.Figure;
import java.util.List;

/** One thing that can be measured, by the name that the command line knows it by. */
public interface Measurement {
    String name();

    /** Whether the number of clients makes a difference; if not, it is measured once per engine. */
    default boolean dependsOnClients() {
        return true;
    }

    List<Figure> measure(Trial trial);
}
