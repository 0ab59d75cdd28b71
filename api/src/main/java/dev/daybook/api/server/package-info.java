/** The servlet container, made to answer in problem documents too. */
@NullMarked
package dev.daybook.api.server;

import org.jspecify.annotations.NullMarked;
