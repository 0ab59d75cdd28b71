package dev.daybook.api.config;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells who starts Daybook twice on one data folder what to do, instead of showing a stack trace. */
class DataFolderInUseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final int DATABASE_IS_OPEN_ELSEWHERE = 90020; // of H2

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_IS_OPEN_ELSEWHERE) return null;
        return new FailureAnalysis(
                "Another process uses the data folder: one Daybook at a time can.",
                "Stop the other one, or give this one a folder of its own in daybook.data-dir (DAYBOOK_DATA_DIR).",
                cause);
    }
}
