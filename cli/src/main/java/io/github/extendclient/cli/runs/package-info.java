/** The command {@code runs}: list, get, watch, cancel. */
@NullMarked
package io.github.extendclient.cli.runs;

import org.jspecify.annotations.NullMarked;
