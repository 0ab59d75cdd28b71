/** The databases of tests. */
@NullMarked
package dev.daybook.api.database;

import org.jspecify.annotations.NullMarked;
