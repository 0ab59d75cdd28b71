package dev.daybook.api.cart;

/** The orders that are checked out and wait for the process to take its first steps with them. */
public interface Backlog {
    long waiting();
}
