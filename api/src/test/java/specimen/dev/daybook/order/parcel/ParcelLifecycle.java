package specimen.dev.daybook.order.parcel;

import org.axonframework.spring.stereotype.Saga;

/** Goes by the name of its package. */
@Saga
public class ParcelLifecycle {}
