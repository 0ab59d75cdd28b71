package dev.daybook.api.wire;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Whether Axon Server can be reached. It is no part of readiness: without it every instance still answers what only reads, and
 * says of the rest, answer by answer, that it has to wait.
 */
@Component
@Profile("axonserver")
class AxonServerHealthIndicator extends AbstractHealthIndicator {
    private final AxonServerConnectionManager connections;

    AxonServerHealthIndicator(AxonServerConnectionManager connections) {
        super("whether Axon Server is connected could not be told");
        this.connections = connections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        connections
                .connections()
                .forEach((context, connected) -> health.withDetail(context, connected ? "UP" : "DOWN"));
        boolean connected = connections.isConnected(connections.getDefaultContext());
        if (connected) health.up();
        else health.down();
    }
}
