/** Generates Retrofit interfaces and Moshi models from an OpenAPI document. */
@NullMarked
package io.github.extendclient.generator;

import org.jspecify.annotations.NullMarked;
