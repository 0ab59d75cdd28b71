package dev.daybook.identity.contract;

/** What an account may do; every account is a USER. */
public enum Role {
    USER,
    ADMIN
}
