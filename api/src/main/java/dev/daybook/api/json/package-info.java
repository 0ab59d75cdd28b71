/** JSON as the edge reads and writes it: strict in what it takes, money as a decimal text. */
@NullMarked
package dev.daybook.api.json;

import org.jspecify.annotations.NullMarked;
