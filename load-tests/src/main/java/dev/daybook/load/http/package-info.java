/** What clients do over HTTP, and the process of Gatling that does it for them. */
@NullMarked
package dev.daybook.load.http;

import org.jspecify.annotations.NullMarked;
