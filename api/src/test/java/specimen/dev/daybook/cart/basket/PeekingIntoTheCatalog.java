package specimen.dev.daybook.cart.basket;

import specimen.dev.daybook.catalog.shelf.OpenShelf;

public record PeekingIntoTheCatalog(OpenShelf shelf) {}
