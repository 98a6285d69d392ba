/** Runnable programs, each about one task. */
@NullMarked
package io.github.extendclient.examples;

import org.jspecify.annotations.NullMarked;
