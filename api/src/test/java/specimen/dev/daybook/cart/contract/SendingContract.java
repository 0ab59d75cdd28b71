package specimen.dev.daybook.cart.contract;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Needs more of Axon than annotations. */
public record SendingContract(CommandGateway commands) {}
