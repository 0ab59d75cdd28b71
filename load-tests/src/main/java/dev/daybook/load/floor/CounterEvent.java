package dev.daybook.load.floor;

/** What happens to a counter. */
sealed interface CounterEvent {
    String counterId();

    record CounterCreated(String counterId) implements CounterEvent {}

    record Counted(String counterId, long count) implements CounterEvent {}
}
