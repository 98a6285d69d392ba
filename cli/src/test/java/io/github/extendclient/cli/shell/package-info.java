@NullMarked
package io.github.extendclient.cli.shell;

import org.jspecify.annotations.NullMarked;
