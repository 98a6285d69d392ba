package io.github.extendclient.bulk;

/**
 * A failure or a warning for one document.
 *
 * @param key the key of the document
 * @param reason one or more sentences for people
 */
public record BulkIssue(String key, String reason) {}
