/**
 * Not API: the file that knows what became of each of many things, for deletions and bulk
 * processing.
 */
@NullMarked
package io.github.extendclient.internal.journal;

import org.jspecify.annotations.NullMarked;
