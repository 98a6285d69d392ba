package io.github.extendclient.deletion;

/**
 * An ID that was not deleted.
 *
 * @param id the ID; a text that cannot be an ID is truncated and quoted
 * @param reason a sentence for people
 */
public record DeletionIssue(String id, String reason) {}
