/**
 * Used only by generated code: adapters that read and write JSON without reflection, the base
 * classes of models and builders, request parameters, and the fast path around Moshi's reader. Not
 * exported; changes without notice.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.runtime.internal;

import org.jspecify.annotations.NullMarked;
