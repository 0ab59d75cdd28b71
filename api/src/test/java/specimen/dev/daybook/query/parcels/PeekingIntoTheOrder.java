package specimen.dev.daybook.query.parcels;

import specimen.dev.daybook.order.parcel.Parcel;

public record PeekingIntoTheOrder(Parcel parcel) {}
