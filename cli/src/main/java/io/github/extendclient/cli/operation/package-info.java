/** The commands {@code call} and {@code operations}: each operation of the API, by its name. */
@NullMarked
package io.github.extendclient.cli.operation;

import org.jspecify.annotations.NullMarked;
