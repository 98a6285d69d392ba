/** The command {@code extend}. Not API: run it, do not call it. */
@NullMarked
package io.github.extendclient.cli;

import org.jspecify.annotations.NullMarked;
