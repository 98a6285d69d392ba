package io.github.extendclient.documents;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the rotation that a camera or scanner asks for: by EXIF in a JPEG, or by the tag of a TIFF.
 * Browsers and viewers follow it; Java does not.
 */
final class Orientation {
  private static final String TIFF = "javax_imageio_tiff_image_1.0";
  private static final int START_OF_IMAGE = 0xffd8;
  private static final int APP0 = 0xffe0;
  private static final int APP1 = 0xffe1;
  private static final int APP15 = 0xffef;
  private static final String EXIF = "Exif\0\0";
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE_OFFSET = 8;

  private Orientation() {}

  /**
   * Returns the clockwise rotation of a picture.
   *
   * @param picture its index
   * @return 0, 90, 180 or 270; 0 for a mirrored picture, and if nothing is asked for
   */
  static int rotation(ImageReader reader, int picture) {
    try {
      return switch (orientation(reader, picture)) {
        case 3 -> 180;
        case 6 -> 90;
        case 8 -> 270;
        default -> 0;
      };
    } catch (IOException | RuntimeException e) {
      return 0; // Damaged metadata do not make the picture unreadable.
    }
  }

  private static int orientation(ImageReader reader, int picture) throws IOException {
    if (reader.getFormatName().equalsIgnoreCase("jpeg")) {
      return inJpeg((ImageInputStream) reader.getInput());
    }
    IIOMetadata metadata = reader.getImageMetadata(picture);
    if (metadata == null || !TIFF.equals(metadata.getNativeMetadataFormatName())) {
      return 0;
    }
    TIFFField field =
        TIFFDirectory.createFromMetadata(metadata).getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
    return field == null ? 0 : field.getAsInt(0);
  }

  /**
   * Reads the segments of applications, which precede the picture. The metadata of Java's reader
   * have them only if they are in the order of the standard, which many cameras ignore.
   */
  private static int inJpeg(ImageInputStream in) throws IOException {
    in.mark();
    try {
      in.seek(0);
      int marker = in.readUnsignedShort();
      int orientation = 0;
      while (orientation == 0 && (marker == START_OF_IMAGE || marker >= APP0 && marker <= APP15)) {
        if (marker != START_OF_IMAGE) {
          byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
          in.readFully(segment);
          orientation = marker == APP1 ? inExif(segment) : 0;
        }
        marker = in.readUnsignedShort();
      }
      return orientation;
    } finally {
      in.reset();
    }
  }

  /** Returns the orientation in an EXIF segment; 0 if there is none. */
  private static int inExif(byte[] segment) {
    if (!new String(segment, StandardCharsets.ISO_8859_1).startsWith(EXIF)) {
      return 0;
    }
    try {
      ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length(), segment.length - EXIF.length());
      tiff = tiff.slice();
      tiff.order(
          tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int count = tiff.getShort(directory) & 0xffff;
      for (int i = 0; i < count; i++) {
        int entry = directory + 2 + i * ENTRY_BYTES;
        if (tiff.getShort(entry) == BaselineTIFFTagSet.TAG_ORIENTATION) {
          return tiff.getShort(entry + VALUE_OFFSET);
        }
      }
      return 0;
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return 0;
    }
  }
}
