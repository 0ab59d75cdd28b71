package dev.daybook.api.command;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the views. */
@Component
public class Queries {
    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <R> R one(Object query, Class<R> answer) {
        return Commands.await(gateway.query(query, ResponseTypes.instanceOf(answer)));
    }

    public <R> Optional<R> optional(Object query, Class<R> answer) {
        return Commands.await(gateway.query(query, ResponseTypes.optionalInstanceOf(answer)));
    }

    public <R> List<R> list(Object query, Class<R> answer) {
        return Commands.await(gateway.query(query, ResponseTypes.multipleInstancesOf(answer)));
    }
}
