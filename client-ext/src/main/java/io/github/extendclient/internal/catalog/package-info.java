/**
 * Not API: the only reader of the annotations that describe the API; used by ID checks, deletions
 * and calls.
 */
@NullMarked
package io.github.extendclient.internal.catalog;

import org.jspecify.annotations.NullMarked;
