package io.github.extendclient.testing.internal.state;

/**
 * The part of another file that a file is.
 *
 * @param fileId of the other file
 * @param key the part of its ID that follows {@code splt_}
 * @param type of the document, as its classification says
 * @param startPage from 1, inclusive as {@code endPage} is
 */
public record ParentSplit(
    String fileId, String key, String type, String identifier, int startPage, int endPage) {}
