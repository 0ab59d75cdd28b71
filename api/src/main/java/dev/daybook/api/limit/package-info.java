/** How much of the service anyone may take: requests per minute, and bytes per request. */
@NullMarked
package dev.daybook.api.limit;

import org.jspecify.annotations.NullMarked;
