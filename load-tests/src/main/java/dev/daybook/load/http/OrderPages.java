package dev.daybook.load.http;

import dev.daybook.load.figure.Figure;
import dev.daybook.load.trial.Daybook;
import dev.daybook.load.trial.Measurement;
import dev.daybook.load.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages of the list of orders, the more of which there are, the longer they take to be made: so once for all clients and pages. */
final class OrderPages implements Measurement {
    static final List<PagingOrders> PAGES = List.of(new PagingOrders(1), new PagingOrders(1000));

    @Override
    public String name() {
        return "order-pages";
    }

    @Override
    public boolean dependsOnClients() {
        return false;
    }

    @Override
    public List<Figure> measure(Trial trial) {
        List<Figure> figures = new ArrayList<>();
        for (int orders : trial.settings().orders()) {
            trial.generateOrders(orders, "orderlist");
            try (Daybook daybook = trial.launch().awaitReady()) {
                daybook.views().awaitCurrent();
                for (PagingOrders page : PAGES)
                    if (page.isThere(orders))
                        for (int clients : trial.settings().clients())
                            figures.add(Load.put(page, clients, daybook, trial, Map.of("orders", orders)));
            }
        }
        return figures;
    }
}
