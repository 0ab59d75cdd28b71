package dev.daybook.api.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is missing, instead of showing a stack trace. */
class MissingSettingsFailureAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSettingsException cause) {
        return new FailureAnalysis(
                "These settings are missing:" + System.lineSeparator() + "  "
                        + String.join(System.lineSeparator() + "  ", cause.missing()),
                "Set each in the environment, or in a file of the setting's name in the folder of secrets "
                        + "(DAYBOOK_SECRETS_DIR, /run/secrets unless set). All settings are in docs/configuration.md.",
                cause);
    }
}
