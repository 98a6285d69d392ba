@NullMarked
package io.github.extendclient.bulk;

import org.jspecify.annotations.NullMarked;
