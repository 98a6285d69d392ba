/** Turns an OpenAPI document into Retrofit interfaces and Moshi models. */
@NullMarked
package io.github.extendclient.generator;

import org.jspecify.annotations.NullMarked;
