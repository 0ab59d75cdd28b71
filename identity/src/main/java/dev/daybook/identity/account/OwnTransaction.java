package dev.daybook.identity.account;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that no caller's rollback can undo: what it revoked stays revoked. */
@Component
class OwnTransaction {
    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager transactionManager) {
        template = new TransactionTemplate(transactionManager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    <T> T run(Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
