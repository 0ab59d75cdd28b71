package specimen.dev.daybook.billing;

/** Belongs to a module that no rule names. */
public record Invoice(String number) {}
