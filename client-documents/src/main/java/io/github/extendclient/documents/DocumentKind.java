package io.github.extendclient.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of documents that the API reads, by the file name extensions on its page on file types.
 *
 * @see <a href="https://docs.extend.ai/general/supported-file-types">Supported file types</a>
 */
public enum DocumentKind {
  /** PDF, password-protected or not. */
  PDF("pdf"),
  /** A picture; TIFF may hold several pages. */
  IMAGE(
      "png", "jpg", "jpeg", "tiff", "tif", "svg", "heic", "heif", "bmp", "gif", "webp", "psd",
      "pcx"),
  /** A spreadsheet. */
  SPREADSHEET("xls", "xlsx", "xltm", "xltx", "ods"),
  /** A text document; the API converts it to PDF. */
  WORD("docx", "doc", "wpd", "dotx", "odt"),
  /** Slides; the API converts them to PDF. */
  SLIDES("pptx", "ppt", "ppm"),
  /** Comma-separated values. */
  CSV("csv"),
  /** Plain text or text with markup. */
  TEXT("txt", "html", "xml", "rtf", "lis", "md"),
  /** An email. */
  EMAIL("eml"),
  /** A kind that the API does not list. */
  UNSUPPORTED();

  private final List<String> endings;

  DocumentKind(String... endings) {
    this.endings = List.of(endings);
  }

  /** Returns the kind of a file by its name. */
  static DocumentKind ofName(String name) {
    int point = name.lastIndexOf('.');
    String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.endings.contains(ending))
        .findFirst()
        .orElse(UNSUPPORTED);
  }
}
