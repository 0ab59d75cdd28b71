package dev.daybook.load.figure;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where figures are written down: one line of JSON each in a file that only grows, one line for people. */
public final class FigureBook {
    private final JsonMapper json = JsonMapper.shared();
    private final Path file;
    private final Setting setting;
    private final PrintStream people;
    private boolean begun;

    public FigureBook(Path file, Setting setting, PrintStream people) {
        this.file = file;
        this.setting = setting;
        this.people = people;
    }

    public void write(Figure figure) {
        if (!begun) people.println(Figure.HEADER);
        begun = true;
        people.println(figure.line());
        ObjectNode line = json.valueToTree(figure);
        line.setAll(json.<ObjectNode>valueToTree(setting));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    json.writeValueAsString(line) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
