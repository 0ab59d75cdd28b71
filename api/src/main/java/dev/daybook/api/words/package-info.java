/** What the edge says in the language of the one who asks: English or Russian. */
@NullMarked
package dev.daybook.api.words;

import org.jspecify.annotations.NullMarked;
