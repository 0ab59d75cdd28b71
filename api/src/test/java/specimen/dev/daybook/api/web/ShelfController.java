package specimen.dev.daybook.api.web;

import specimen.dev.daybook.catalog.shelf.OpenShelf;

/** Knows what catalog keeps to itself. */
public record ShelfController(OpenShelf shelf) {}
