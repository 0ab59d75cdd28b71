/**
 * Accounts, their credentials and their sessions: one package, because a changed password or role ends the sessions in the
 * same transaction.
 */
@NullMarked
package dev.daybook.identity.account;

import org.jspecify.annotations.NullMarked;
