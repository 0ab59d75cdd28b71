package dev.daybook.api.config;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest events of the embedded engine, in files beside that of the database: {@code daybook.<number>.events}. What a
 * transaction adds to the book is written here before it is committed, as one line of JSON, so nobody sees an event that a killed
 * process would forget. Once the database's own file has it, the line is thrown away.
 *
 * <p>Nothing is forced to the disk: a killed process keeps what it has written, a machine that loses its power may not.
 */
class EventLog {
    private static final Pattern NAME = Pattern.compile("daybook\\.(\\d+)\\.events");

    private final JsonMapper json = JsonMapper.shared();
    private final Path folder;
    private final List<Path> earlier;
    private final List<Path> full = new ArrayList<>();
    private @Nullable RandomAccessFile file;
    private long number;
    private boolean untrue;

    /** An event as its table has it. */
    record Entry(
            String aggregate,
            long sequence,
            @Nullable String type,
            String id,
            String timestamp,
            String payloadType,
            @Nullable String revision,
            byte[] payload,
            byte[] metadata) {

        private static Entry of(EventMessage<?> message, Serializer serializer) {
            var event = (DomainEventMessage<?>) message; // all are those of aggregates
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            return new Entry(
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getType(),
                    event.getIdentifier(),
                    DateTimeUtils.formatInstant(event.getTimestamp()),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    payload.getData(),
                    event.serializeMetaData(serializer, byte[].class).getData());
        }
    }

    /**
     * What one transaction adds.
     *
     * @param withdrawn ids of events that it would have added, but it was not committed
     */
    record Line(String database, List<Entry> added, List<String> withdrawn) {}

    /** What the present transaction has added so far; put aside with it when another one begins. */
    private record Added(List<Entry> entries) implements TransactionSynchronization {}

    /** @param folder where the database has its file; made when it is needed */
    EventLog(Path folder) {
        this.folder = folder;
        this.earlier = files();
        this.number = earlier.isEmpty() ? 0 : number(earlier.getLast()) + 1;
    }

    /** Takes note of events that the present transaction writes. */
    void note(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<Entry> entries = added();
        if (entries.isEmpty()) TransactionSynchronizationManager.registerSynchronization(new Added(entries));
        events.forEach(event -> entries.add(Entry.of(event, serializer)));
    }

    /**
     * Commits the present transaction when its events are written here.
     *
     * @param database which one it is, so that no other one is given its events
     */
    void commit(String database, Runnable commit) {
        List<Entry> added = added();
        if (added.isEmpty()) {
            commit.run();
            return;
        }
        append(new Line(database, added, List.of()));
        try {
            commit.run();
        } catch (RuntimeException | Error failure) {
            withdraw(new Line(database, List.of(), added.stream().map(Entry::id).toList()), failure);
            throw failure;
        }
    }

    private void withdraw(Line line, Throwable failure) {
        try {
            append(line);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static List<Entry> added() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Added(List<Entry> entries)) return entries;
        return new ArrayList<>();
    }

    /** What an earlier process has left here, the oldest first. */
    List<Line> left() {
        return earlier.stream().flatMap(this::lines).toList();
    }

    /** When the database's file has it. */
    void forgetLeft() {
        forget(earlier);
    }

    /** A line without its end was being written when the process was killed; its transaction was never committed. */
    private Stream<Line> lines(Path path) {
        try {
            String text = Files.readString(path);
            return text
                    .substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> json.readValue(line, Line.class))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    path + " is damaged. Daybook starts when it is moved away, without the events that it holds.", e);
        }
    }

    /** Begins a new file, and answers those before it. */
    synchronized List<Path> turnOver() {
        if (file != null) endFile(file);
        return List.copyOf(full);
    }

    /** Throws files away whose events the database's file has. */
    synchronized void forget(List<Path> files) {
        for (Path path : files) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        full.removeAll(files);
    }

    @Override
    public String toString() {
        return folder.resolve("daybook.*.events").toString();
    }

    private void append(Line line) {
        byte[] text = json.writeValueAsBytes(line);
        byte[] bytes = Arrays.copyOf(text, text.length + 1);
        bytes[text.length] = '\n';
        write(bytes);
    }

    private synchronized void write(byte[] bytes) {
        try {
            if (file == null) file = beginFile();
            file.write(bytes);
        } catch (IOException e) {
            if (file != null) endFile(file); // its last line may be there in part, and nothing may follow that
            throw new UncheckedIOException("Events cannot be written to " + path(), e);
        }
    }

    private RandomAccessFile beginFile() throws IOException {
        Files.createDirectories(folder);
        return new RandomAccessFile(path().toFile(), "rw");
    }

    private void endFile(RandomAccessFile ended) {
        full.add(path());
        number++;
        file = null;
        try {
            ended.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return folder.resolve("daybook." + number + ".events");
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(EventLog::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) throw new IllegalArgumentException(path + " is not a file of events");
        return Long.parseLong(name.group(1));
    }
}
