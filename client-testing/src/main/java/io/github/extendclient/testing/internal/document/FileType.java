package io.github.extendclient.testing.internal.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of file that the API names. */
public enum FileType {
  /** PDF. */
  PDF,
  /** Comma-separated values. */
  CSV,
  /** Any image. */
  IMG,
  /** Text, Markdown included. */
  TXT,
  /** Word processing documents. */
  DOCX,
  /** Spreadsheets. */
  EXCEL,
  /** XML. */
  XML,
  /** HTML. */
  HTML;

  private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** From the page "Supported file types" of the API's documentation. */
  private static final Map<FileType, Set<String>> EXTENSIONS =
      Map.of(
          PDF, Set.of("pdf"),
          CSV, Set.of("csv"),
          IMG,
              Set.of(
                  "png", "jpg", "jpeg", "tiff", "tif", "svg", "heic", "heif", "bmp", "gif", "webp",
                  "psd", "pcx"),
          TXT, Set.of("txt", "md", "lis", "rtf", "eml"),
          DOCX, Set.of("docx", "doc", "wpd", "dotx", "odt", "pptx", "ppt", "ppm"),
          EXCEL, Set.of("xls", "xlsx", "xltm", "xltx", "ods"),
          XML, Set.of("xml"),
          HTML, Set.of("html", "htm"));

  /**
   * The type of a file by its first bytes and its name.
   *
   * @return {@code null} if neither tells
   */
  public static @Nullable FileType of(String name, byte[] firstBytes) {
    if (startsLikePdf(firstBytes)) {
      return PDF;
    }
    String extension = extension(name);
    return EXTENSIONS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(extension))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The part of a file name after its last dot, in lower case, empty if there is none. */
  public static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean startsLikePdf(byte[] firstBytes) {
    if (firstBytes.length < PDF_MARK.length) {
      return false;
    }
    for (int i = 0; i < PDF_MARK.length; i++) {
      if (firstBytes[i] != PDF_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
