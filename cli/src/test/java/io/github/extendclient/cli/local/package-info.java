@NullMarked
package io.github.extendclient.cli.local;

import org.jspecify.annotations.NullMarked;
