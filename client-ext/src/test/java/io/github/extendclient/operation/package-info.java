@NullMarked
package io.github.extendclient.operation;

import org.jspecify.annotations.NullMarked;
