/** Every error as an RFC 9457 problem document, wherever it arises, and the documents that describe each kind. */
@NullMarked
package dev.daybook.api.problem;

import org.jspecify.annotations.NullMarked;
