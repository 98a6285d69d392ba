/**
 * Typed extraction: a Java record becomes the JSON Schema that the API takes, and what was
 * extracted comes back as that record. Start at {@link
 * io.github.extendclient.extraction.ExtractionSchema}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.extendclient.extraction;

import org.jspecify.annotations.NullMarked;
