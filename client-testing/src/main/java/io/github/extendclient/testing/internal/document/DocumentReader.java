package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of any type that this server can read: PDF, text, Markdown, CSV, HTML. */
public final class DocumentReader {
  /** Names of text files whose text is markup that this server does not read. */
  private static final Set<String> FOREIGN_TEXT = Set.of("rtf", "eml");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private DocumentReader() {}

  /**
   * Reads a file.
   *
   * @param name tells text files apart whose type is the same
   * @param type {@code null} if unknown
   * @param password of a PDF, {@code null} if none was given
   * @throws UnreadableDocumentException with the reason that a run fails with
   */
  public static Document read(
      String name, @Nullable FileType type, byte[] bytes, @Nullable String password)
      throws UnreadableDocumentException {
    if (type == FileType.PDF) {
      return PdfReader.read(bytes, password);
    }
    if (type == FileType.CSV) {
      return CsvReader.read(text(name, bytes));
    }
    if (type == FileType.HTML) {
      return HtmlReader.read(text(name, bytes));
    }
    if (type == FileType.TXT && !FOREIGN_TEXT.contains(FileType.extension(name))) {
      return TextReader.read(text(name, bytes));
    }
    String known = type == null ? "of unknown type" : "of type " + type;
    throw new UnreadableDocumentException(
        Reason.FILE_TYPE_NOT_SUPPORTED,
        "The file "
            + name
            + " is "
            + known
            + "; the embedded server reads PDF, text, Markdown, CSV and HTML.");
  }

  /**
   * Some pages of a text file.
   *
   * @param first counted from 1
   */
  public static byte[] textPages(String name, byte[] bytes, int first, int last)
      throws UnreadableDocumentException {
    List<String> pages = TextReader.pages(text(name, bytes));
    String some = String.join("\f", pages.subList(first - 1, last));
    return some.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name, byte[] bytes) throws UnreadableDocumentException {
    for (byte b : bytes) {
      if (b == 0) {
        throw new UnreadableDocumentException(
            Reason.CORRUPT_FILE, "The file " + name + " holds zero bytes, so it is not text.");
      }
    }
    String text = decoded(bytes);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }
}
