package io.github.extendclient.bulk;

/**
 * Something that went wrong with a document, or that is not known of it.
 *
 * @param key of the document
 * @param reason sentences for people
 */
public record BulkIssue(String key, String reason) {}
