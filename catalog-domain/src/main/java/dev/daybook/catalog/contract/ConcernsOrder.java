package dev.daybook.catalog.contract;

/** An event that is part of the story of one order, whichever aggregate published it; views sequence by it. */
public interface ConcernsOrder {
    OrderId orderId();
}
