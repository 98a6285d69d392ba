package io.github.extendclient.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures of pages as JPEG in Base64. For one thread. */
final class JpegPictures {
  /** The quality of the JPEG: letters stay clear, and a page of text takes about 100 kB. */
  private static final float QUALITY = 0.72f;

  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();

  String base64(BufferedImage image) throws IOException {
    return Base64.getEncoder().encodeToString(bytes(image));
  }

  private byte[] bytes(BufferedImage image) throws IOException {
    ImageWriteParam options = writer.getDefaultWriteParam();
    options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    options.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), options);
    }
    return bytes.toByteArray();
  }
}
