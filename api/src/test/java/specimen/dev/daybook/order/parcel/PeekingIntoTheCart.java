package specimen.dev.daybook.order.parcel;

import specimen.dev.daybook.cart.basket.OpenBasket;

public record PeekingIntoTheCart(OpenBasket basket) {}
