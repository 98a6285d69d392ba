/**
 * The command line for retention: lists, checks and deletes what the API holds, built on the
 * client's {@code deletions()} and {@code pages()}.
 */
@NullMarked
package io.github.extendclient.examples.retention;

import org.jspecify.annotations.NullMarked;
