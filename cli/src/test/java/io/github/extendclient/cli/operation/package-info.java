@NullMarked
package io.github.extendclient.cli.operation;

import org.jspecify.annotations.NullMarked;
