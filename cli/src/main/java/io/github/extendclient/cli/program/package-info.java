/** Commands on the program itself: the embedded server, completions, a launcher. */
@NullMarked
package io.github.extendclient.cli.program;

import org.jspecify.annotations.NullMarked;
