/** Accounts, and what belongs to the one who asks. */
@NullMarked
package dev.daybook.api.user;

import org.jspecify.annotations.NullMarked;
