/** Work that outlives a crash: how this context schedules, repeats and calls off db-scheduler tasks. */
@NullMarked
package dev.daybook.order.task;

import org.jspecify.annotations.NullMarked;
