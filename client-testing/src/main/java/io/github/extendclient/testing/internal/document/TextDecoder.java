package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text, CSV and HTML: by the byte order mark, otherwise by the charset that the upload or
 * the HTML declares, otherwise as UTF-8, or as windows-1252 if the bytes are not UTF-8.
 */
final class TextDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The number of bytes in which browsers look for a declaration. */
  private static final int HEAD_BYTES = 1024;

  private static final Pattern HTML_CHARSET =
      Pattern.compile(
          "<meta\\s[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})"
              + "|<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private TextDecoder() {}

  /**
   * Decodes text.
   *
   * @param declared the charset of the upload, {@code null} if it said none
   */
  static String text(String name, byte[] bytes, @Nullable String declared)
      throws RunFailedException {
    return decoded(name, bytes, charset(declared));
  }

  /** Decodes HTML, which may declare its charset itself. */
  static String html(String name, byte[] bytes, @Nullable String declared)
      throws RunFailedException {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = HTML_CHARSET.matcher(head);
    Optional<Charset> own =
        matcher.find()
            ? charset(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
            : Optional.empty();
    // Bytes that show such a declaration in ASCII are not UTF-16, whatever it says: so do browsers.
    Optional<Charset> ascii =
        own.map(found -> found.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : found);
    return decoded(name, bytes, charset(declared).or(() -> ascii));
  }

  private static String decoded(String name, byte[] bytes, Optional<Charset> declared)
      throws RunFailedException {
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    if (mark != null) {
      return new String(bytes, mark.length, bytes.length - mark.length, mark.charset);
    }
    if (declared.isPresent()) {
      String text = new String(bytes, declared.get());
      requireText(name, text.indexOf('\0'));
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    requireText(name, indexOfZero(bytes));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  private static void requireText(String name, int zero) throws RunFailedException {
    if (zero >= 0) {
      throw new RunFailedException(
          Reason.CORRUPT_FILE, "The file " + name + " holds zero bytes, so it is not text.");
    }
  }

  private static int indexOfZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Charset> charset(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
    UTF_32LE(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0),
    UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0xfe, 0xff),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xff, 0xfe),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xfe, 0xff);

    private final Charset charset;
    private final int[] mark;
    private final int length;

    ByteOrderMark(Charset charset, int... mark) {
      this.charset = charset;
      this.mark = mark;
      this.length = mark.length;
    }

    static @Nullable ByteOrderMark of(byte[] bytes) {
      for (ByteOrderMark candidate : values()) {
        if (candidate.begins(bytes)) {
          return candidate;
        }
      }
      return null;
    }

    private boolean begins(byte[] bytes) {
      for (int i = 0; i < length; i++) {
        if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
