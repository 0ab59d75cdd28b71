/** The load tester: starts a Daybook of its own, puts load on it, and writes down what it could take. */
@NullMarked
package dev.daybook.load;

import org.jspecify.annotations.NullMarked;
