package dev.daybook.load.trial;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The views of a running Daybook, as its administrator sees them. */
public final class Views {
    private static final Duration LONGEST = Duration.ofHours(3);

    private final Shop shop;
    private final String admin;

    Views(Shop shop) {
        this.shop = shop;
        this.admin = shop.administrator();
    }

    /** How each is doing, by name. */
    public Map<String, JsonNode> all() {
        Map<String, JsonNode> views = new TreeMap<>();
        shop.get("/api/admin/projections", admin)
                .expect(200)
                .json()
                .at("/items")
                .forEach(view -> views.put(view.at("/name").asString(), view));
        return views;
    }

    /** How many events there are to be read. */
    public long events() {
        return all().values().iterator().next().at("/head").asLong() + 1;
    }

    /** Waits until all have read everything. */
    public void awaitCurrent() {
        await("every view to have read everything")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        all().values().stream().allMatch(view -> view.at("/lag").asLong() == 0));
    }

    /** Rebuilds one, and waits until the new one serves. */
    public void rebuild(String view) {
        String before = all().get(view).at("/serving").asString();
        shop.post("/api/admin/projections/" + view + "/replay", admin, "").expect(202);
        await(view + " to be rebuilt")
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    JsonNode now = all().get(view);
                    if (now.at("/state").asString().equals("FAILED"))
                        throw new IllegalStateException(view + " cannot be rebuilt: " + now);
                    return now.at("/state").asString().equals("SERVING")
                            && !now.at("/serving").asString().equals(before);
                });
    }
}
