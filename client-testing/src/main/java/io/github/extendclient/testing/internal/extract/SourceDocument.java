package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.document.Document;

/**
 * A document that values are extracted from.
 *
 * @param fileId named in citations
 */
public record SourceDocument(String fileId, Document document) {}
