package io.github.extendclient.testing.internal.document;

import java.time.Duration;

/**
 * What one document may take. A document beyond a limit is unreadable, and the message names the
 * limit.
 *
 * @param time for all work on the document, in real time
 */
public record DocumentLimits(Duration time) {
  /** More pages than the example of any test has. */
  static final int PAGES = 5_000;

  /**
   * Levels of a page tree, and of forms that are drawn by forms: programs make a handful, and
   * PDFBox leaves out forms beyond 50 without a word.
   */
  static final int DEPTH = 40;

  /** Characters of text that a document may have: a book of a thousand pages. */
  static final int CHARACTERS = 2_000_000;

  /**
   * What one stream may decompress to. Text never comes near it; pictures are not decompressed to
   * read text.
   */
  static final long DECOMPRESSED_BYTES = 128L << 20;

  /** Pixels of an image that is converted to PDF, each of which takes 4 bytes. */
  public static final long PIXELS = 50_000_000;

  /** The limits of a server that sets none. */
  public static final DocumentLimits DEFAULT = new DocumentLimits(Duration.ofSeconds(2));
}
