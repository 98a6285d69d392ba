/** The embedded server of {@code --demo}, and its samples. */
@NullMarked
package io.github.extendclient.cli.demo;

import org.jspecify.annotations.NullMarked;
