/** Models with other libraries: Jackson 2 and 3, Java's serialization. */
@NullMarked
package io.github.extendclient.outside;

import org.jspecify.annotations.NullMarked;
