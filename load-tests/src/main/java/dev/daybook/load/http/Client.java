package dev.daybook.load.http;

import java.util.List;

/** One of those who use the shop at the same time. */
final class Client {
    private final int number;
    private int things;

    Client(int number) {
        this.number = number;
    }

    /** One after the other, each as often as given; every client begins somewhere else. */
    String next(List<String> things, int times) {
        return things.get((number + this.things++ / times) % things.size());
    }
}
