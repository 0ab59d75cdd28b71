package dev.daybook.api.problem;

import dev.daybook.api.json.MoneyBody;
import dev.daybook.catalog.contract.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts of a refusal as clients see them: money as decimal text, and nothing that hides a member of the document. */
final class Facts {
    private static final Set<String> TAKEN = Set.of("type", "title", "status", "detail", "code", "traceId", "errors");

    private Facts() {}

    static Map<String, Object> onTheWire(Map<String, Object> facts) {
        Map<String, Object> members = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (!TAKEN.contains(name)) members.put(name, translate(value));
        });
        return members;
    }

    private static Object translate(Object value) {
        if (value instanceof Money money) return MoneyBody.of(money);
        if (value instanceof List<?> list)
            return list.stream().map(Facts::translate).toList();
        if (!(value instanceof Map<?, ?> map)) return value;
        if (map.size() == 2
                && map.get("minorUnits") instanceof Number minorUnits
                && map.get("currency") instanceof String currency)
            return MoneyBody.of(new Money(minorUnits.longValue(), currency));
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), translate(member)));
        return members;
    }
}
