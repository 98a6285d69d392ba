/** The command {@code delete}: lists, checks and deletes what the API holds. */
@NullMarked
package io.github.extendclient.cli.delete;

import org.jspecify.annotations.NullMarked;
