package io.github.extendclient.testing.internal.document;

import java.util.Arrays;
import java.util.Optional;

/** What makes a run fail, with the reason as the API spells it: mostly an unreadable document. */
public final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The failure reasons that reading can give. */
  public enum Reason {
    /** The bytes are not what the type says. */
    CORRUPT_FILE,
    /** The password is missing or wrong. */
    PASSWORD_PROTECTED_FILE,
    /** This server does not read such files. */
    FILE_TYPE_NOT_SUPPORTED,
    /** This server did not keep the bytes of so large a file. */
    FILE_SIZE_TOO_LARGE,
    /** The URL of a file is not one of this server, or expired. */
    UNABLE_TO_DOWNLOAD_FILE,
    /** Options of the request that do not go together. */
    INVALID_CONFIG_OPTIONS,
    /** Reading failed in a way that it never should. */
    INTERNAL_ERROR,
    /** Only by a file name that asks for it. */
    OCR_ERROR,
    /** This server has no converter for such files. */
    FAILED_TO_CONVERT_TO_PDF,
    /** Only by a file name that asks for it. */
    FAILED_TO_CONVERT_TO_JPEG,
    /** Only by a file name that asks for it. */
    FAILED_TO_GENERATE_TARGET_FORMAT,
    /** Only by a file name that asks for it. */
    CHUNKING_ERROR,
    /** Only by a file name that asks for it. */
    OUT_OF_CREDITS,
    /** A PDF without form fields cannot be filled in, unless they are to be drawn. */
    FIELD_DETECTION_ERROR,
    /** A processor run was stopped. */
    ABORTED,
    /** A processor run could not read its file. */
    FAILED_TO_PROCESS_FILE,
    /** Only by a file name that asks for it. */
    INVALID_PROCESSOR,
    /** A configuration that this server cannot carry out. */
    INVALID_CONFIGURATION,
    /** Only by a file name that asks for it. */
    PARSING_ERROR,
    /** Only by a file name that asks for it. */
    PRE_PROCESSING_FAILURE,
    /** No result follows from the document. */
    POST_PROCESSING_FAILURE;

    /** The reason with this name. */
    public static Optional<Reason> of(String name) {
      return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }
  }

  private final Reason reason;

  /** A failure with its reason and a sentence for people. */
  public UnreadableDocumentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The reason as the API spells it. */
  public Reason reason() {
    return reason;
  }
}
