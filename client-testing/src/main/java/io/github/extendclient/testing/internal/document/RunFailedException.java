package io.github.extendclient.testing.internal.document;

import java.util.Arrays;
import java.util.Optional;

/** A failure of a run, with the reason as the API names it; mostly an unreadable document. */
public final class RunFailedException extends Exception {
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
    /** Options of the request that exclude each other. */
    INVALID_CONFIG_OPTIONS,
    /** A bug of this server. */
    INTERNAL_ERROR,
    /** Only for a file whose name orders it. */
    OCR_ERROR,
    /** This server has no converter for such files. */
    FAILED_TO_CONVERT_TO_PDF,
    /** Only for a file whose name orders it. */
    FAILED_TO_CONVERT_TO_JPEG,
    /** Only for a file whose name orders it. */
    FAILED_TO_GENERATE_TARGET_FORMAT,
    /** Only for a file whose name orders it. */
    CHUNKING_ERROR,
    /** Only for a file whose name orders it. */
    OUT_OF_CREDITS,
    /** A PDF without form fields cannot be filled in, unless they are to be drawn. */
    FIELD_DETECTION_ERROR,
    /** A processor run was stopped. */
    ABORTED,
    /** A processor run could not read its file. */
    FAILED_TO_PROCESS_FILE,
    /** Only for a file whose name orders it. */
    INVALID_PROCESSOR,
    /** A configuration that this server does not support. */
    INVALID_CONFIGURATION,
    /** Only for a file whose name orders it. */
    PARSING_ERROR,
    /** Only for a file whose name orders it. */
    PRE_PROCESSING_FAILURE,
    /** The document gives no result. */
    POST_PROCESSING_FAILURE;

    /** The reason with this name. */
    public static Optional<Reason> of(String name) {
      return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }
  }

  private final Reason reason;

  /** A failure with a reason and a message. */
  public RunFailedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The reason as the API names it. */
  public Reason reason() {
    return reason;
  }
}
