/**
 * What generated code is made with, and no one else refers to: adapters that read and write JSON
 * without reflection, the parents of models and builders, the parameters of a request, and the
 * reading past Moshi. Not exported; changes without notice.
 */
@NullMarked
package io.github.extendclient.runtime.internal;

import org.jspecify.annotations.NullMarked;
