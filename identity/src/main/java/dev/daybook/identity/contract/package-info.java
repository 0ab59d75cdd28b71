/** What identity publishes: accounts, the tokens that stand for them, and why it refuses. */
@NullMarked
package dev.daybook.identity.contract;

import org.jspecify.annotations.NullMarked;
