package dev.daybook.load.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param root of the repository
 * @param warmUp how long the same load is put on before it counts
 * @param poll how long a client waits until it looks again whether its order is processed
 * @param orders how many there are to be, where that is what makes a difference; from few to many
 * @param jvm options of the measured JVM
 * @param daybook settings of the measured Daybook, as {@code --name=value}, before which its defaults step back
 */
public record RunSettings(
        Path root,
        List<String> run,
        List<Engine> engines,
        List<Integer> clients,
        Duration warmUp,
        Duration measured,
        Duration poll,
        List<Integer> orders,
        List<String> jvm,
        List<String> daybook) {
    public static RunSettings of(Properties properties) {
        return new RunSettings(
                Path.of(required(properties, "load.root")),
                list(properties, "load.run", ","),
                list(properties, "load.engines", ",").stream()
                        .map(Engine::named)
                        .toList(),
                list(properties, "load.clients", ",").stream()
                        .map(count -> positive("load.clients", count))
                        .toList(),
                Duration.ofSeconds(number("load.warm-up", required(properties, "load.warm-up"))),
                Duration.ofSeconds(positive("load.seconds", required(properties, "load.seconds"))),
                Duration.ofMillis(positive("load.poll", required(properties, "load.poll"))),
                list(properties, "load.orders", ",").stream()
                        .map(count -> positive("load.orders", count))
                        .sorted()
                        .toList(),
                list(properties, "load.jvm", "\\s"),
                list(properties, "load.daybook", "\\s"));
    }

    /** Where everything goes that a run leaves behind. */
    public Path target() {
        return root.resolve("load-tests/target");
    }

    /** Those that make a difference to a figure, and are not part of it. */
    public Map<String, String> options() {
        return Map.of(
                "jvm", String.join(" ", jvm),
                "daybook", String.join(" ", daybook),
                "warmUp", warmUp.toString(),
                "poll", poll.toString());
    }

    private static List<String> list(Properties properties, String name, String separator) {
        return Stream.of(properties.getProperty(name, "").split(separator))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) throw new WrongSettingException(name + " is missing");
        return value;
    }

    private static int positive(String name, String value) {
        int number = number(name, value);
        if (number == 0) throw new WrongSettingException(name + " must not be 0");
        return number;
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,8}")) throw new WrongSettingException(name + " must be a whole number: " + value);
        return Integer.parseInt(value);
    }
}
