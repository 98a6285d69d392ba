@NullMarked
package io.github.extendclient.cli.delete;

import org.jspecify.annotations.NullMarked;
