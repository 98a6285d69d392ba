/** The embedded server of {@code --demo}, and what it holds at first. */
@NullMarked
package io.github.extendclient.cli.demo;

import org.jspecify.annotations.NullMarked;
