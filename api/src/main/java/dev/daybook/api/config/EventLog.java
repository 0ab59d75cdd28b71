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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private static final Pattern NAME = Pattern.compile("daybook\\.(\\d+)\\.events");

    private final JsonMapper json = JsonMapper.shared();
    private final Path folder;
    private final List<Path> full = new CopyOnWriteArrayList<>();
    private List<Path> earlier = List.of();
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;

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

    /** What the present transaction has added so far; put aside with it when another one begins. */
    private record Added(List<Entry> entries) implements TransactionSynchronization {}

    /** @param folder where the database has its file; made when it is needed */
    EventLog(Path folder) {
        this.folder = folder;
    }

    /** Takes note of events that the present transaction writes. Without one they are in the database's file already. */
    void note(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        List<Entry> entries = added();
        if (entries.isEmpty()) TransactionSynchronizationManager.registerSynchronization(new Added(entries));
        events.forEach(event -> entries.add(Entry.of(event, serializer)));
    }

    /** The line of the present transaction; empty when it adds no events. */
    byte[] line() {
        List<Entry> added = added();
        if (added.isEmpty()) return new byte[0];
        byte[] text = json.writeValueAsBytes(added);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private static List<Entry> added() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Added noted) return noted.entries();
        return new ArrayList<>();
    }

    /** Writes a line; its transaction must not be committed before. */
    synchronized void append(byte[] line) {
        if (line.length == 0) return;
        try {
            if (file == null) file = begin();
            file.write(line);
        } catch (IOException e) {
            Path failed = path;
            try {
                end(); // its last line may be there in part, and nothing may follow that
            } catch (RuntimeException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw new UncheckedIOException("Events cannot be written to " + failed, e);
        }
    }

    private RandomAccessFile begin() throws IOException {
        Files.createDirectories(folder);
        List<Path> others = files();
        long number = others.isEmpty() ? 0 : number(others.getLast()) + 1;
        path = Files.createFile(folder.resolve("daybook." + number + ".events"));
        return new RandomAccessFile(path.toFile(), "rw");
    }

    private void end() {
        if (path != null) full.add(path);
        path = null;
        RandomAccessFile ended = file;
        file = null;
        try {
            if (ended != null) ended.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the present file, and answers all that are full. */
    synchronized List<Path> turnOver() {
        end();
        return List.copyOf(full);
    }

    /** Throws files away whose events the database's file has. One that cannot be deleted now is tried again. */
    void forget(List<Path> files) {
        for (Path each : files) {
            try {
                Files.deleteIfExists(each);
                full.remove(each);
            } catch (IOException e) {
                LOG.warn("{} is of no use any more, and cannot be deleted", each, e);
            }
        }
    }

    /** What transactions of a process before this one have added, the oldest first; to be asked when no other has the database open. */
    List<List<Entry>> left() {
        earlier = files();
        return earlier.stream().map(this::lines).flatMap(List::stream).toList();
    }

    /** When the database's file has it. */
    void forgetLeft() {
        forget(earlier);
    }

    /** A line without its end was being written when the process was killed; its transaction was never committed. */
    private List<List<Entry>> lines(Path path) {
        try {
            String text = Files.readString(path);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> List.of(json.readValue(line, Entry[].class)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    path + " is damaged. Daybook starts when it is moved away, without the events that it holds.", e);
        }
    }

    @Override
    public String toString() {
        return folder.resolve("daybook.*.events").toString();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            each -> NAME.matcher(each.getFileName().toString()).matches())
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
