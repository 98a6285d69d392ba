@NullMarked
package io.github.extendclient.cli.program;

import org.jspecify.annotations.NullMarked;
