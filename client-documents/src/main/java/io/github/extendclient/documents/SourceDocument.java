package io.github.extendclient.documents;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The pages of the source of a proof. For one thread. */
interface SourceDocument extends Closeable {
  /**
   * Opens a PDF or an image.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static SourceDocument open(Path source, @Nullable String password) throws IOException {
    DocumentInfo facts = DocumentInfo.of(source, password);
    if (!facts.isReadable()) {
      throw new IOException(
          source.getFileName()
              + (facts.bytes() == 0 ? " is empty." : " is a PDF that cannot be opened."));
    }
    return switch (facts.kind()) {
      case PDF -> new PdfSource(source, password);
      case IMAGE -> new ImageSource(source);
      default ->
          throw new IllegalArgumentException(
              source.getFileName()
                  + " is neither a PDF nor an image. Give the PDF that it was converted to: upload"
                  + " it with convertToPdf, retrieve the file and download its presignedUrl.");
    };
  }

  int pageCount();

  /** Returns the geometry of a page, counted from 1. */
  PageShape shape(int page) throws IOException;

  /** Returns a picture of a page, counted from 1, as it is shown. */
  BufferedImage render(int page, int dpi) throws IOException;
}
