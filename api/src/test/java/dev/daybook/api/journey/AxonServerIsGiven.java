package dev.daybook.api.journey;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is a server to test with. If not, the build says so: a report of what was skipped is read by nobody. */
class AxonServerIsGiven implements ExecutionCondition {
    static final String SERVER = "DAYBOOK_TEST_AXONSERVER";

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerIsGiven.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (System.getenv(SERVER) != null) return ConditionEvaluationResult.enabled(SERVER + " names a server");
        String reason = SERVER + " names no Axon Server (host:port), so nothing was tried on one";
        LOG.warn("{} is skipped: {}", context.getDisplayName(), reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
