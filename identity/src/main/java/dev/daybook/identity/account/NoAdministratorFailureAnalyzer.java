package dev.daybook.identity.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how the first administrator is named, instead of showing a stack trace. */
class NoAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<NoAdministratorException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoAdministratorException cause) {
        return new FailureAnalysis(cause.getMessage(), """
                Set daybook.admin.username and daybook.admin.password (DAYBOOK_ADMIN_USERNAME, DAYBOOK_ADMIN_PASSWORD, or files of
                these names in the folder of secrets). They are used once, as long as there is no administrator.""", cause);
    }
}
