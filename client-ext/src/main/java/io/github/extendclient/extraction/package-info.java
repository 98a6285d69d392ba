/**
 * Typed extraction: makes the API's JSON Schema from a Java record, and reads the output into that
 * record. Start at {@link io.github.extendclient.extraction.ExtractionSchema}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.extraction;

import org.jspecify.annotations.NullMarked;
