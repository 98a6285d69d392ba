package io.github.extendclient.testing.internal.document;

import java.time.Duration;

/**
 * The limits for one document. A document over a limit is unreadable, and the message names the
 * limit.
 *
 * @param time for all work on the document, in real time
 */
public record DocumentLimits(Duration time) {
  /** The maximum number of pages, more than any test needs. */
  static final int PAGES = 5_000;

  /**
   * The maximum depth of a page tree, and of forms within forms. Programs write a few levels, and
   * PDFBox silently ignores forms beyond 50.
   */
  static final int DEPTH = 40;

  /** The maximum number of characters: a book of a thousand pages. */
  static final int CHARACTERS = 2_000_000;

  /**
   * The maximum size of one decompressed stream. Text stays far below; pictures are not
   * decompressed to read text.
   */
  static final long DECOMPRESSED_BYTES = 128L << 20;

  /** The maximum number of pixels of an image that is converted to PDF; each takes 4 bytes. */
  public static final long PIXELS = 50_000_000;

  /** The default limits. */
  public static final DocumentLimits DEFAULT = new DocumentLimits(Duration.ofSeconds(2));
}
