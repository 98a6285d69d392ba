/** Not API: keeps requests below a rate. */
@NullMarked
package io.github.extendclient.internal.pace;

import org.jspecify.annotations.NullMarked;
