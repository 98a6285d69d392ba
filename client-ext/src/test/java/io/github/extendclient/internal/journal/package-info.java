@NullMarked
package io.github.extendclient.internal.journal;

import org.jspecify.annotations.NullMarked;
