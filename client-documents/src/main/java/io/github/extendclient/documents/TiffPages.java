package io.github.extendclient.documents;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** Counts the pages of a TIFF. Java's reader never ends with a chain of pages that leads back. */
final class TiffPages {
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int FIRST_PAGE_OFFSET = 4;
  private static final int ENTRY_BYTES = 12;

  private TiffPages() {}

  /**
   * Returns the number of pages, at most up to the end of the file. Leaves the position as it is.
   *
   * @throws IOException if the file cannot be read
   */
  static int count(ImageInputStream in) throws IOException {
    ByteOrder order = in.getByteOrder();
    in.mark();
    Set<Long> pages = new HashSet<>();
    try {
      in.seek(0);
      boolean isLittleEndian = in.readUnsignedShort() == LITTLE_ENDIAN;
      in.setByteOrder(isLittleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      in.seek(FIRST_PAGE_OFFSET);
      long page = in.readUnsignedInt();
      while (page != 0 && !pages.contains(page)) {
        in.seek(page);
        int entries = in.readUnsignedShort();
        pages.add(page);
        in.seek(page + 2 + (long) entries * ENTRY_BYTES);
        page = in.readUnsignedInt();
      }
    } catch (EOFException e) {
      // The file is cut off: only the pages before its end can be read.
    } finally {
      in.setByteOrder(order);
      in.reset();
    }
    return pages.size();
  }
}
