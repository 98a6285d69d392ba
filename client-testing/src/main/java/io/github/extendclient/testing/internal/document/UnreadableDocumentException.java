package io.github.extendclient.testing.internal.document;

/** A document that cannot be read, with the reason as the API spells it. */
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
    INTERNAL_ERROR
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
