package dev.daybook.api.wire;

import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Set;
import org.axonframework.axonserver.connector.ErrorCode;

/**
 * Tells a command that nobody answered from one that failed. Of the codes by which Axon Server says the first, the connector
 * knows none: a node that died over a command would be told as an error of no kind, a timeout as a fault of the handler.
 */
class UnansweredCommands implements ClientInterceptor {
    /**
     * CONNECTION_TO_HANDLER_LOST, CLIENT_DISCONNECTED and TOO_MANY_REQUESTS, and of a cluster NODE_IS_REPLICA,
     * NO_AXONSERVER_FOR_CONTEXT and AXONSERVER_NODE_NOT_CONNECTED, as Axon Server calls them.
     */
    private static final Set<String> UNANSWERED =
            Set.of("AXONIQ-4001", "AXONIQ-6001", "AXONIQ-1900", "AXONIQ-1100", "AXONIQ-1400", "AXONIQ-1500");

    /** COMMAND_TIMEOUT of Axon Server, and what handlers fail with. */
    private static final String TIMEOUT_OR_FAULT = ErrorCode.COMMAND_EXECUTION_ERROR.errorCode();

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> call = next.newCall(method, options);
        if (!method.getFullMethodName()
                .equals(CommandServiceGrpc.getDispatchMethod().getFullMethodName())) return call;
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(new Told<>(listener), headers);
            }
        };
    }

    private static final class Told<R> extends SimpleForwardingClientCallListener<R> {
        private Told(ClientCall.Listener<R> listener) {
            super(listener);
        }

        @Override
        @SuppressWarnings("unchecked") // what this method answers is a response
        public void onMessage(R message) {
            super.onMessage(message instanceof CommandResponse response ? (R) told(response) : message);
        }
    }

    static CommandResponse told(CommandResponse response) {
        return isUnanswered(response)
                ? response.toBuilder()
                        .setErrorCode(ErrorCode.CONNECTION_FAILED.errorCode())
                        .build()
                : response;
    }

    /** Handlers name themselves as the place of the failure; the server does not. */
    private static boolean isUnanswered(CommandResponse response) {
        return UNANSWERED.contains(response.getErrorCode())
                || response.getErrorCode().equals(TIMEOUT_OR_FAULT)
                        && response.getErrorMessage().getLocation().isEmpty();
    }
}
