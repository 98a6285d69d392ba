package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Document;

/**
 * A document to extract from.
 *
 * @param fileId named in citations
 */
public record Source(String fileId, Document document) {}
