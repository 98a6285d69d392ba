/** The public API as text. */
@NullMarked
package io.github.extendclient.surface;

import org.jspecify.annotations.NullMarked;
