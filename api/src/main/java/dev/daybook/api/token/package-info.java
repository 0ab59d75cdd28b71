/** Getting and giving up tokens, to the letter of RFC 6749 and RFC 7009. */
@NullMarked
package dev.daybook.api.token;

import org.jspecify.annotations.NullMarked;
