package io.github.extendclient.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Makes photos as a camera stores them. */
final class Photos {
  private static final int START_BYTES = 2;

  private Photos() {}

  /** A white JPEG that is red up to a tenth of its width and a fifth of its height. */
  static byte[] jpeg(int width, int height, int orientation) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 10, height / 5);
    graphics.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    byte[] plain = jpeg.toByteArray();
    byte[] exif = exif(orientation);
    return ByteBuffer.allocate(plain.length + exif.length)
        .put(plain, 0, START_BYTES)
        .put(exif)
        .put(plain, START_BYTES, plain.length - START_BYTES)
        .array();
  }

  /** A segment of EXIF with one entry, the orientation. */
  private static byte[] exif(int orientation) {
    byte[] tiff =
        ByteBuffer.allocate(26)
            .put("MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8) // The place of the entries.
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3) // A short.
            .putInt(1)
            .putShort((short) orientation)
            .array();
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(4 + name.length + tiff.length)
        .putShort((short) 0xffe1)
        .putShort((short) (2 + name.length + tiff.length))
        .put(name)
        .put(tiff)
        .array();
  }
}
