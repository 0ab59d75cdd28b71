package dev.daybook.query;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A view as the machinery sees it. Each view's package publishes one as a Spring bean; for each of its slots an event
 * processor named {@code <name>-a} or {@code <name>-b} (also the processing group of its dead letters) is made from it.
 */
public interface View {
    /** The name of the transactions in which views are written. */
    String TRANSACTION = "view";

    /** Transactions for what is made from the events alone, and can be made again. */
    static TransactionManager transactions(PlatformTransactionManager transactions) {
        return NamedTransactions.of(TRANSACTION, transactions);
    }

    /** The view's name: its package, as in {@code orderlist}. */
    String name();

    /** A new event handler that writes the rows of {@code slot} only, and clears them in its {@code @ResetHandler}. */
    Object projection(Slot slot);

    /** Events of equal sequence identifier are handled in order, and follow a dead letter into its queue. */
    SequencingPolicy<? super EventMessage<?>> sequencing();

    /** Whether the rows of {@code slot} show the event {@code sequence} of {@code aggregateId}, or a later one. */
    boolean shows(Slot slot, String aggregateId, long sequence);
}
