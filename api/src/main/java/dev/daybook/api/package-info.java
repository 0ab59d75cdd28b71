/** The HTTP edge and the one Spring Boot application. */
@NullMarked
package dev.daybook.api;

import org.jspecify.annotations.NullMarked;
