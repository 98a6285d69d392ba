package io.github.extendclient.deletion;

/**
 * An ID that was not deleted.
 *
 * @param id the ID; a text that can be no ID is cut and put in quotes
 * @param reason a sentence for people
 */
public record DeletionIssue(String id, String reason) {}
