package dev.daybook.api.problem;

import dev.daybook.identity.contract.IdentityProblem;

/** The status that goes with a code of the domain. */
final class ProblemStatus {
    private ProblemStatus() {}

    /** Refused by a rule is 409; what could never be right, whatever the state, is 422. */
    static int ofRefusal(String code) {
        return switch (code) {
            case "IDEMPOTENCY_KEY_REUSED", "UNKNOWN_PAYMENT_METHOD", "QUANTITY_LIMIT" -> 422;
            case "ITEM_NOT_IN_CART" -> 404;
            default -> code.startsWith("INVALID_") ? 422 : 409;
        };
    }

    static int of(IdentityProblem problem) {
        return switch (problem) {
            case USERNAME_TAKEN, LAST_ADMIN -> 409;
            case UNKNOWN_ACCOUNT -> 404;
            case INVALID_CREDENTIALS, WEAK_PASSWORD, INVALID_CURSOR -> 422;
            case INVALID_GRANT -> 401;
            case TOO_MANY_ATTEMPTS -> 429;
        };
    }
}
