package io.github.extendclient.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a document that are known before its upload.
 *
 * <pre>{@code
 * DocumentInfo facts = DocumentInfo.of(Path.of("invoice.pdf"));
 * UsageEstimate estimate = UsageEstimate.of(config, facts.pages());
 * }</pre>
 *
 * @param kind the kind: PDF by the first bytes, all others by the file name extension
 * @param bytes the size of the file
 * @param pages the number of pages of a PDF or a picture; null for other kinds, and for a document
 *     that cannot be opened
 * @param needsPassword whether a PDF needs a password, or another one than the given
 * @param isReadable false for an empty file, and for a PDF that cannot be opened for a reason other
 *     than its password
 */
public record DocumentInfo(
    DocumentKind kind,
    long bytes,
    @Nullable Integer pages,
    boolean needsPassword,
    boolean isReadable) {
  private static final int HEADER_SEARCHED = 1024;

  /**
   * Reads the facts of a document without a password.
   *
   * @param document the file, which is not changed
   * @return the facts
   * @throws IOException if the file cannot be read at all
   */
  public static DocumentInfo of(Path document) throws IOException {
    return of(document, null);
  }

  /**
   * Reads the facts of a document.
   *
   * @param document the file, which is not changed
   * @param password the password of a PDF; null if it has none
   * @return the facts
   * @throws IOException if the file cannot be read at all
   */
  public static DocumentInfo of(Path document, @Nullable String password) throws IOException {
    long bytes = Files.size(document);
    DocumentKind kind = kind(document);
    if (bytes == 0) {
      return new DocumentInfo(kind, 0, null, false, false);
    }
    return switch (kind) {
      case PDF -> pdf(document, password, bytes);
      case IMAGE -> new DocumentInfo(kind, bytes, imagePages(document), false, true);
      default -> new DocumentInfo(kind, bytes, null, false, true);
    };
  }

  private static DocumentKind kind(Path document) throws IOException {
    DocumentKind byName = DocumentKind.ofName(String.valueOf(document.getFileName()));
    try (InputStream in = Files.newInputStream(document)) {
      String start = new String(in.readNBytes(HEADER_SEARCHED), StandardCharsets.ISO_8859_1);
      return start.contains("%PDF-") ? DocumentKind.PDF : byName;
    }
  }

  private static DocumentInfo pdf(Path document, @Nullable String password, long bytes) {
    try (PDDocument pdf = Loader.loadPDF(document.toFile(), password == null ? "" : password)) {
      return new DocumentInfo(DocumentKind.PDF, bytes, pdf.getNumberOfPages(), false, true);
    } catch (InvalidPasswordException e) {
      return new DocumentInfo(DocumentKind.PDF, bytes, null, true, true);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new DocumentInfo(DocumentKind.PDF, bytes, null, false, false);
    }
  }

  /** Returns the number of pages; null for a format that Java cannot read, such as HEIC. */
  private static @Nullable Integer imagePages(Path document) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(document.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return ImageSource.pageCount(reader);
      } finally {
        reader.dispose();
      }
    }
  }
}
