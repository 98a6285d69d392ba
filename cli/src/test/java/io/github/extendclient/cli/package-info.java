@NullMarked
package io.github.extendclient.cli;

import org.jspecify.annotations.NullMarked;
