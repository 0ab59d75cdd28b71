package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingADataFolderTest {
    private final DataFolderInUseFailureAnalyzer analyzer = new DataFolderInUseFailureAnalyzer();

    @TempDir
    Path folder;

    @Test
    void isRefusedWithAdvice() throws IOException {
        try (var file = FileChannel.open(
                        folder.resolve("daybook.mv.db"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var lockedByTheOther = file.lock()) {
            assertThat(lockedByTheOther.isValid()).isTrue();
            var failure = catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("daybook"), "sa", "")
                            .close());

            var analysis = analyzer.analyze(new IllegalStateException("the context does not start", failure));

            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction()).contains("DAYBOOK_DATA_DIR");
        }
    }

    @Test
    void isNotBlamedForOtherFailures() {
        assertThat(analyzer.analyze(new SQLException("no such table", "42S02", 42102)))
                .isNull();
    }
}
