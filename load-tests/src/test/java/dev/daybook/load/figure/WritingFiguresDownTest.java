package dev.daybook.load.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WritingFiguresDownTest {
    private static final Figure FIGURE = new Figure(
            "cart",
            "embedded",
            16,
            30.1,
            3010,
            100,
            2,
            new Latency(9, 20, 30, 41.5),
            new Cpu(1.5, 0, 0.4),
            400,
            0.5,
            Map.of("pollsPerOperation", 2.5),
            Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    @Test
    void addsALineForEachFigureWithWhereItWasMeasured() throws IOException {
        Path file = folder.resolve("new/figures.jsonl");
        Setting setting = Setting.here(folder, Map.of("daybook", "1.0"), Map.of("jvm", "-Xmx1g"));
        ByteArrayOutputStream people = new ByteArrayOutputStream();

        new FigureBook(file, setting, new PrintStream(people)).write(FIGURE);
        new FigureBook(file, setting, new PrintStream(people)).write(FIGURE);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(lines.getLast());
        assertThat(line.at("/ms/p99").asDouble()).isEqualTo(30);
        assertThat(line.at("/cpuMsPerOperation/server").asDouble()).isEqualTo(1.5);
        assertThat(line.at("/at").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(line.at("/machine/cpus").asInt()).isPositive();
        assertThat(line.at("/versions/daybook").asString()).isEqualTo("1.0");
        assertThat(line.at("/options/jvm").asString()).isEqualTo("-Xmx1g");
        assertThat(line.at("/revision/commit").asString()).isEqualTo("unknown");
        assertThat(people.toString()).contains("cart", "3010", "41.5");
    }

    @Test
    void tellsHowManyFailedOfAllThatWereTried() {
        assertThat(FIGURE.failedShare()).isEqualTo(100.0 * 2 / 3012);
    }
}
