/**
 * Not API: the only reader of the annotations that describe the API. ID checks, deletion routes and
 * calls ask it.
 */
@NullMarked
package io.github.extendclient.internal.catalog;

import org.jspecify.annotations.NullMarked;
