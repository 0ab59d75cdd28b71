/** Shows that what operators are handed (gateway, manifests, rules, dashboards) is what it claims to be. */
@NullMarked
package dev.daybook.ops;

import org.jspecify.annotations.NullMarked;
