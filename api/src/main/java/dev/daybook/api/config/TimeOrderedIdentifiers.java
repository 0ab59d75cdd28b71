package dev.daybook.api.config;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages and sagas in the order of time (UUID version 7), so that new ones are neighbours in the event store's index; random
 * ones change a page of it each. Axon finds it as a service.
 */
public class TimeOrderedIdentifiers extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
