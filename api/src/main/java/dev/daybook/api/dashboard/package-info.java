/** The web dashboard: files that were built elsewhere, and the page that they start from. */
@NullMarked
package dev.daybook.api.dashboard;

import org.jspecify.annotations.NullMarked;
