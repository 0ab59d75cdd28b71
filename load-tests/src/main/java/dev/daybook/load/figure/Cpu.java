package dev.daybook.load.figure;

/**
 * CPU time per operation, in milliseconds.
 *
 * @param server Daybook, the embedded engine's database included
 * @param database the database's own process, 0 where there is none
 * @param generator who made the load; part of no claim, but it takes its share of the machine
 */
public record Cpu(double server, double database, double generator) {
    public static Cpu perOperation(long operations, long serverNanos, long databaseNanos, long generatorNanos) {
        if (operations == 0) return new Cpu(0, 0, 0);
        double each = operations * 1e6;
        return new Cpu(
                Rounding.toFourDigits(serverNanos / each),
                Rounding.toFourDigits(databaseNanos / each),
                Rounding.toFourDigits(generatorNanos / each));
    }
}
