package io.github.extendclient.testing.internal.document;

import java.util.List;

/** A document that was read. */
public record Document(List<Page> pages) {
  /** A document of one page without positions. */
  static Document ofBlocks(List<Block> blocks) {
    return new Document(List.of(new Page(1, null, blocks)));
  }
}
