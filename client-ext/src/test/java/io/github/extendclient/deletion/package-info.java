@NullMarked
package io.github.extendclient.deletion;

import org.jspecify.annotations.NullMarked;
