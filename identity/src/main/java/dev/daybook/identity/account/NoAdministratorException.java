package dev.daybook.identity.account;

/** Nobody could administer the shop, so there is no point in starting. */
class NoAdministratorException extends RuntimeException {
    NoAdministratorException(String message) {
        super(message);
    }
}
