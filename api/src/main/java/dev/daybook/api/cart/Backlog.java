package dev.daybook.api.cart;

/** How far the order process is behind: the events in the book that it has not read yet. */
public interface Backlog {
    long unreadEvents();
}
