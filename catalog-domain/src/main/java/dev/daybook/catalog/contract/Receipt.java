package dev.daybook.catalog.contract;

/** What a command answers: the aggregate and the sequence of its last event, for whoever waits until a view shows it. */
public interface Receipt {
    /** The aggregate's id. */
    String aggregateId();

    /** The sequence number of the aggregate's last event, from 0. */
    long sequence();
}
