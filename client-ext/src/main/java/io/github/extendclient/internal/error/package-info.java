/** Not API: reads error bodies, and gives access to the maker of exceptions. */
@NullMarked
package io.github.extendclient.internal.error;

import org.jspecify.annotations.NullMarked;
