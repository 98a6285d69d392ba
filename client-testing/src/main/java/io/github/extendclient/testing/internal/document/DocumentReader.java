package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of any type that this server can read: PDF, text, Markdown, CSV, HTML. */
public final class DocumentReader {
  /**
   * The bytes of a file, and its name, type and charset.
   *
   * @param name tells text files apart whose type is the same
   * @param type {@code null} if unknown
   * @param password of a PDF, {@code null} if none was given
   * @param charset of text, {@code null} if none was declared
   */
  public record Input(
      String name,
      @Nullable FileType type,
      byte[] bytes,
      @Nullable String password,
      @Nullable String charset) {}

  private DocumentReader() {}

  /**
   * Reads a file.
   *
   * @throws RunFailedException with the reason that a run fails with
   */
  public static Document read(Input source, Budget budget) throws RunFailedException {
    String foreign = foreign(source.name(), source.type());
    if (foreign != null) {
      throw new RunFailedException(
          Reason.FILE_TYPE_NOT_SUPPORTED,
          "The file "
              + source.name()
              + " is "
              + foreign
              + ", which the embedded server does not read: it reads PDF, plain text, Markdown, CSV"
              + " and HTML.");
    }
    if (source.type() == FileType.PDF) {
      return PdfReader.read(source.bytes(), source.password(), budget);
    }
    if (source.type() == FileType.HTML) {
      String html = TextDecoder.html(source.name(), source.bytes(), source.charset());
      return HtmlReader.read(html, budget);
    }
    String text = TextDecoder.text(source.name(), source.bytes(), source.charset());
    return source.type() == FileType.CSV
        ? CsvReader.read(text, budget)
        : TextReader.read(text, budget);
  }

  /**
   * Some pages of a text file, in UTF-8.
   *
   * @param first counted from 1
   */
  public static byte[] textPages(Input source, int first, int last) throws RunFailedException {
    List<String> pages =
        TextReader.pages(TextDecoder.text(source.name(), source.bytes(), source.charset()));
    String some = String.join("\f", pages.subList(first - 1, last));
    return some.getBytes(StandardCharsets.UTF_8);
  }

  /** Describes a file that this server does not read, {@code null} if it reads the file. */
  private static @Nullable String foreign(String name, @Nullable FileType type) {
    String extension = FileType.extension(name);
    if (type == null) {
      return "of a type that neither its name nor its first bytes tell";
    }
    return switch (type) {
      case PDF, CSV, HTML -> null;
      case TXT ->
          switch (extension) {
            case "eml" -> "an email";
            case "rtf" -> "rich text";
            default -> null;
          };
      case IMG -> "an image";
      case DOCX -> extension.startsWith("pp") ? "a presentation" : "a document of a word processor";
      case EXCEL -> "a spreadsheet";
      case XML -> "XML";
    };
  }
}
