/** Not API: reads error bodies. */
@NullMarked
package io.github.extendclient.internal.error;

import org.jspecify.annotations.NullMarked;
