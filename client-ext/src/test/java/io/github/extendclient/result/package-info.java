@NullMarked
package io.github.extendclient.result;

import org.jspecify.annotations.NullMarked;
