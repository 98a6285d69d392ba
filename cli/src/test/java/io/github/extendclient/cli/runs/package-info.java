@NullMarked
package io.github.extendclient.cli.runs;

import org.jspecify.annotations.NullMarked;
