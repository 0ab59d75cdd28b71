package dev.daybook.api.config;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lays the tokens of the process when the event store is still empty, and refuses to start when one is missing later: from
 * the tail the process would carry out finished orders again, from the head it would forget open ones.
 */
@Component
class ProcessTokens implements SmartLifecycle {
    private final TokenStore tokens;
    private final EventStore events;
    private final TransactionManager transactions;
    private volatile boolean running;

    ProcessTokens(TokenStore tokens, EventStore events, TransactionManager transactions) {
        this.tokens = tokens;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        try {
            layOrRefuse();
        } catch (UnableToClaimTokenException e) {
            layOrRefuse(); // another node, that starts on the same empty store, was first
        }
        running = true;
    }

    private void layOrRefuse() {
        transactions.executeInTransaction(() -> {
            // looked at first: another node lays the tokens before it writes its first event
            boolean holdsEvents = events.createHeadToken() != null;
            for (String processor : ProcessorsConfiguration.PROCESS) layOrRefuse(processor, holdsEvents);
        });
    }

    private void layOrRefuse(String processor, boolean holdsEvents) {
        if (tokens.fetchSegments(processor).length > 0) return;
        if (holdsEvents)
            throw new IllegalStateException(
                    "The token of processor '%s' is missing from token_entry though the event store holds events. Restore the row from a backup; see docs/adr/0005."
                            .formatted(processor));
        tokens.initializeTokenSegments(processor, 1, events.createTailToken());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before every processor. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
