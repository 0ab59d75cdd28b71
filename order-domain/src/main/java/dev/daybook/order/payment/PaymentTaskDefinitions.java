package dev.daybook.order.payment;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.daybook.order.contract.LifecycleSettings;
import dev.daybook.order.contract.OrderCommand.FlagOrder;
import dev.daybook.order.contract.PaymentCommand;
import dev.daybook.order.contract.PaymentCommand.CapturePayment;
import dev.daybook.order.contract.PaymentCommand.ConfirmRefund;
import dev.daybook.order.contract.PaymentCommand.DeclinePayment;
import dev.daybook.order.contract.PaymentGateway;
import dev.daybook.order.contract.PaymentGateway.Answer.Captured;
import dev.daybook.order.contract.PaymentGateway.Answer.Declined;
import dev.daybook.order.payment.PaymentTasks.PaymentWork;
import dev.daybook.order.task.GrowingRetry;
import dev.daybook.order.task.Sender;
import dev.daybook.order.task.Sender.Answer.Refused;
import dev.daybook.order.task.TaskSpans;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.tracing.SpanFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two tasks that talk to the provider, outside any transaction. */
@Configuration(proxyBeanMethods = false)
class PaymentTaskDefinitions {
    private static final Logger log = LoggerFactory.getLogger(PaymentTaskDefinitions.class);

    private final PaymentGateway provider;
    private final LifecycleSettings.Payment settings;
    private final Sender sender;
    private final TaskSpans spans;

    PaymentTaskDefinitions(
            PaymentGateway provider, LifecycleSettings settings, CommandGateway commands, SpanFactory spans) {
        this.provider = provider;
        this.settings = settings.payment();
        this.sender = new Sender(commands, "payment-gateway");
        this.spans = new TaskSpans(spans);
    }

    @Bean
    Task<PaymentWork> capturePaymentTask() {
        return task(PaymentTasks.CAPTURE, "capture-unanswered", this::capture);
    }

    @Bean
    Task<PaymentWork> refundPaymentTask() {
        return task(PaymentTasks.REFUND, "refund-unanswered", this::refund);
    }

    private void capture(PaymentWork work) {
        var answer = provider.capture(work.payment(), work.amount(), work.method());
        tell(
                work,
                switch (answer) {
                    case Captured captured -> new CapturePayment(work.payment());
                    case Declined declined -> new DeclinePayment(work.payment(), declined.reason());
                });
    }

    private void refund(PaymentWork work) {
        provider.refund(work.payment(), work.amount());
        tell(work, new ConfirmRefund(work.payment()));
    }

    private void tell(PaymentWork work, PaymentCommand news) {
        if (sender.send(news, work.metadata()) instanceof Refused refused) {
            log.error("{} was told {} and refuses: {}", work.payment(), news, refused.code());
            sender.send(new FlagOrder(work.order(), "provider-contradicts-itself"), work.metadata());
        }
    }

    private Task<PaymentWork> task(TaskDescriptor<PaymentWork> task, String flag, Consumer<PaymentWork> body) {
        return Tasks.oneTime(task).onFailure(new FlaggingRetry(flag)).execute((instance, context) -> {
            var work = instance.getData();
            spans.run(task.getTaskName(), work, work.metadata(), () -> body.accept(work));
        });
    }

    /** Never gives up, but asks for a person after a while. */
    private final class FlaggingRetry implements FailureHandler<PaymentWork> {
        private final FailureHandler<PaymentWork> retry =
                new GrowingRetry<>(settings.retryDelay(), settings.maxRetryDelay());
        private final String flag;

        FlaggingRetry(String flag) {
            this.flag = flag;
        }

        @Override
        public void onFailure(ExecutionComplete failure, ExecutionOperations<PaymentWork> operations) {
            retry.onFailure(failure, operations);
            if (failure.getExecution().consecutiveFailures + 1 < settings.maxAttempts()) return;
            var work = (PaymentWork) failure.getExecution().taskInstance.getData();
            sender.send(new FlagOrder(work.order(), flag), work.metadata());
        }
    }
}
