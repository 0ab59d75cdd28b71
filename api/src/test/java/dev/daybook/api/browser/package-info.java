/** The dashboard in a real Chromium, against the whole running application. */
@NullMarked
package dev.daybook.api.browser;

import org.jspecify.annotations.NullMarked;
