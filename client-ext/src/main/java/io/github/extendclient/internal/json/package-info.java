/** Not API: converts bodies to and from JSON. */
@NullMarked
package io.github.extendclient.internal.json;

import org.jspecify.annotations.NullMarked;
