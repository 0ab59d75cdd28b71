package specimen.dev.daybook.order.parcel;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Autowired;

public class Injected {
    @Autowired
    CommandGateway commands;
}
