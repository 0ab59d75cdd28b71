package dev.daybook.query;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Transactions of processors, by whose name an engine can tell what they are for. */
public final class NamedTransactions {
    private NamedTransactions() {}

    public static TransactionManager of(String name, PlatformTransactionManager transactions) {
        var definition = new DefaultTransactionDefinition();
        definition.setName(name);
        return new SpringTransactionManager(transactions, definition);
    }
}
