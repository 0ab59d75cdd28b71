package specimen.dev.daybook.catalog.shelf;

/** Lies open to all, in a package without a package-info. */
public class OpenShelf {}
