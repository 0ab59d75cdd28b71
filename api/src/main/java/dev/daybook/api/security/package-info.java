/** Who is asking, told by a bearer token and by nothing else, and what each role may reach. */
@NullMarked
package dev.daybook.api.security;

import org.jspecify.annotations.NullMarked;
