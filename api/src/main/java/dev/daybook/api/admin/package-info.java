/** What administrators see and do: history, audit, statistics, views and the letters that views could not read. */
@NullMarked
package dev.daybook.api.admin;

import org.jspecify.annotations.NullMarked;
