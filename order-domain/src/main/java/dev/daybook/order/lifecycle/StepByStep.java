package dev.daybook.order.lifecycle;

import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.OrderRefusal;
import dev.daybook.order.task.Sender;
import dev.daybook.order.task.Sender.Answer.Given;
import dev.daybook.order.task.Sender.Answer.Refused;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an order as far as it gets now: sends what is in order, learns from the answer, and looks again. */
record StepByStep(Sender sender) {
    private static final Logger log = LoggerFactory.getLogger(StepByStep.class);

    void proceed(OrderProgress order, Instant now) {
        var asked = new HashSet<>();
        for (var next = next(order, now, asked); next != null; next = next(order, now, asked)) {
            asked.add(next);
            switch (sender.send(next)) {
                case Given given -> order.learn(next, given.receipt());
                case Refused refused -> refused(order, next, refused.code());
            }
        }
    }

    /** Nothing is asked twice in one go, so an answer that changes nothing ends it. */
    private static @Nullable Object next(OrderProgress order, Instant now, Set<Object> asked) {
        return Decisions.commands(order, now).stream()
                .filter(command -> !asked.contains(command))
                .findFirst()
                .orElse(null);
    }

    private void refused(OrderProgress order, Object command, String code) {
        var what = command.getClass().getSimpleName();
        log.warn("{} of {} was refused: {}", what, order.orderId(), code);
        if (code.equals(Sender.UNKNOWN)) order.learnThatThereIsNoStock(command);
        else if (!hasGoneAnotherWay(code)) sender.send(new FlagOrder(order.orderId(), "refused-" + what));
    }

    /** Then the event that says so is still to come. */
    private static boolean hasGoneAnotherWay(String code) {
        return code.equals(OrderRefusal.STEP_NOT_POSSIBLE.name());
    }
}
