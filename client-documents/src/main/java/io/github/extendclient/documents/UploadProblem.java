package io.github.extendclient.documents;

/**
 * Why the API would refuse a document.
 *
 * @param reason as the API gives it in {@code failureReason}: {@code FILE_TYPE_NOT_SUPPORTED},
 *     {@code FILE_SIZE_TOO_LARGE}, {@code PASSWORD_PROTECTED_FILE} or {@code CORRUPT_FILE}
 * @param message for people, with the way out
 */
public record UploadProblem(String reason, String message) {}
