/** Not API: the loggers of this module. */
@NullMarked
package io.github.extendclient.internal.log;

import org.jspecify.annotations.NullMarked;
