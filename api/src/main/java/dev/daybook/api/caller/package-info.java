/** The caller of the current request, as their token told. */
@NullMarked
package dev.daybook.api.caller;

import org.jspecify.annotations.NullMarked;
