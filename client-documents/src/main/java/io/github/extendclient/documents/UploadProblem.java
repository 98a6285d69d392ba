package io.github.extendclient.documents;

/**
 * A problem for which the API would reject a document.
 *
 * @param reason the value that {@code failureReason} of the API would have: {@code
 *     FILE_TYPE_NOT_SUPPORTED}, {@code FILE_SIZE_TOO_LARGE}, {@code PASSWORD_PROTECTED_FILE} or
 *     {@code CORRUPT_FILE}
 * @param message the problem and its remedy, as a sentence
 */
public record UploadProblem(String reason, String message) {}
