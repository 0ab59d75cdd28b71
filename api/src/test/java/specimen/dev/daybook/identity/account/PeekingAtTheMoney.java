package specimen.dev.daybook.identity.account;

import dev.daybook.catalog.contract.Money;

public record PeekingAtTheMoney(Money spent) {}
