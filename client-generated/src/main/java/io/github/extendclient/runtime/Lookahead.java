package io.github.extendclient.runtime;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a reader has before it. A parse run is text with line breaks and numbers with
 * decimals, for the most part. Moshi's reader puts such text together piece by piece, in seven
 * times its size of garbage, and gives such numbers as text.
 *
 * <p>Relies on where Moshi's reader stands once it has peeked at a value: right behind the first
 * quote of text, before a number with decimals, and behind a whole number. Moshi promises nothing
 * of the kind, so this is tried out once, and left alone if it is not so.
 */
final class Lookahead {
  private static final boolean IS_RELIABLE = isReliable();

  // Longer text is left to Moshi, so that no more than this is held besides.
  private static final int MAX_LENGTH = 1 << 18;

  /** Bytes of a document that make up for what this needs itself. */
  private static final int WORTHWHILE = 2048;

  /** Of bytes for one character. */
  private static final int LONGEST_SEQUENCE = 6;

  /** The lowest bit of each byte. */
  private static final long LOW_BITS = 0x0101010101010101L;

  private final BufferedSource source;
  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();
  private char[] chars = {};
  private int size;
  private boolean isComplete;

  private Lookahead(BufferedSource source) {
    this.source = source;
  }

  /** A reader for which the other methods are fast. */
  static JsonReader newReader(BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    if (IS_RELIABLE && source.request(WORTHWHILE)) {
      reader.setTag(Lookahead.class, new Lookahead(source));
    }
    return reader;
  }

  /** Reads text that the reader has just peeked at. */
  static String readString(JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    return lookahead == null ? reader.nextString() : lookahead.nextString(reader);
  }

  /** Reads a number that the reader has just peeked at; not a number if that is left to others. */
  static double readDouble(JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    return lookahead == null ? Double.NaN : lookahead.nextDouble(reader);
  }

  private static @Nullable Lookahead of(JsonReader reader) {
    return reader.isLenient() || reader.failOnUnknown() ? null : reader.tag(Lookahead.class);
  }

  private static boolean isReliable() {
    try {
      Buffer buffer =
          new Buffer().writeUtf8("{\"\\n\" : \"a\\nb\",\"c\": -1.50 , \"d\":7,\"e\":\"f\"}");
      JsonReader reader = JsonReader.of(buffer);
      Lookahead lookahead = new Lookahead(buffer);
      reader.beginObject();
      return reader.nextName().equals("\n")
          && reader.peek() == JsonReader.Token.STRING
          && lookahead.nextString(reader).equals("a\nb")
          && reader.nextName().equals("c")
          && reader.peek() == JsonReader.Token.NUMBER
          && lookahead.nextDouble(reader) == -1.5
          && reader.nextName().equals("d")
          && reader.peek() == JsonReader.Token.NUMBER
          && lookahead.nextDouble(reader) == 7
          && reader.nextName().equals("e")
          && reader.nextString().equals("f");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private double nextDouble(JsonReader reader) throws IOException {
    Buffer buffer = source.getBuffer();
    if (buffer.exhausted()) {
      // A whole number, which the reader has taken.
      return reader.nextDouble();
    }
    double value;
    try (Buffer.UnsafeCursor at = buffer.readUnsafe(cursor)) {
      at.seek(0);
      if (!Decimals.isOfNumber(at.data[at.start])) {
        return reader.nextDouble();
      }
      value = Decimals.parse(at.data, at.start, at.end);
    }
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      // Too large, which is refused with its digits, or not all in this segment.
      return Double.NaN;
    }
    reader.skipValue();
    return value;
  }

  private String nextString(JsonReader reader) throws IOException {
    String text = text();
    // If it is taken already, then for the reader the text is empty.
    String rest = reader.nextString();
    return text == null ? rest : text;
  }

  /**
   * Takes the text up to its closing quote; null, and nothing is taken, if that is left to Moshi.
   */
  private @Nullable String text() throws IOException {
    Buffer buffer = source.getBuffer();
    isComplete = false;
    size = 0;
    long taken = 0;
    while (size <= MAX_LENGTH && source.request(taken + 1)) {
      int more;
      try (Buffer.UnsafeCursor at = buffer.readUnsafe(cursor)) {
        at.seek(taken);
        int run = endOfRun(at.data, at.start, at.end);
        if (taken == 0 && run < at.end && at.data[run] == '"') {
          int length = run - at.start;
          String text = new String(at.data, at.start, length, StandardCharsets.ISO_8859_1);
          buffer.skip(length);
          return text;
        }
        more = decode(at.data, at.start, run, at.end);
      }
      if (more == 0 && !isComplete) {
        more = decodeAcrossSegments(taken);
      }
      if (more < 0) {
        return null;
      }
      taken += more;
      if (isComplete) {
        buffer.skip(taken);
        return new String(chars, 0, size);
      }
    }
    return null;
  }

  /** Decodes one sequence of bytes that does not end where it begins. */
  private int decodeAcrossSegments(long start) throws IOException {
    int length = source.request(start + LONGEST_SEQUENCE) ? LONGEST_SEQUENCE : 2;
    if (!source.request(start + length)) {
      return -1;
    }
    byte[] sequence = new byte[length];
    for (int i = 0; i < length; i++) {
      sequence[i] = source.getBuffer().getByte(start + i);
    }
    int more = decode(sequence, 0, 0, length);
    return more == 0 ? -1 : more;
  }

  /**
   * Decodes text up to its closing quote, or the end of the bytes or the beginning of a sequence
   * that goes on behind them.
   *
   * @param run the end of the first characters in ASCII
   * @return how many bytes that is; -1 for what only Moshi's reader decides about
   */
  private int decode(byte[] bytes, int start, int run, int end) {
    int needed = size + end - start;
    if (chars.length < needed) {
      chars = Arrays.copyOf(chars, Math.max(needed, 2 * size));
    }
    char[] decoded = chars;
    int length = size;
    int i = start;
    int endOfRun = run;
    while (true) {
      while (i < endOfRun) {
        decoded[length++] = (char) bytes[i++];
      }
      if (i == end) {
        break;
      }
      byte b = bytes[i];
      if (b == '"') {
        isComplete = true;
        break;
      }
      int bytesOfCharacter = sequence(b, i + 1 < end ? bytes[i + 1] : 0);
      if (i + bytesOfCharacter > end) {
        break;
      }
      int character = character(bytes, i, bytesOfCharacter);
      if (character < 0) {
        return -1;
      }
      decoded[length++] = (char) character;
      i += bytesOfCharacter;
      endOfRun = endOfRun(bytes, i, end);
    }
    size = length;
    return i - start;
  }

  /** Where the next byte is that is more than a character in ASCII, or the end. */
  private static int endOfRun(byte[] bytes, int start, int end) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = words.getLong(i);
      long quotes = word ^ '"' * LOW_BITS;
      long slashes = word ^ '\\' * LOW_BITS;
      // The lowest byte whose highest bit is set by this is the first that is zero or above ASCII.
      long found = ((quotes - LOW_BITS) & ~quotes) | ((slashes - LOW_BITS) & ~slashes) | word;
      found &= LOW_BITS << 7;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >> 3);
      }
    }
    while (i < end && bytes[i] >= 0 && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  private static int sequence(int first, int second) {
    if (first == '\\') {
      return second == 'u' ? LONGEST_SEQUENCE : 2;
    }
    return (first & 0xe0) == 0xc0 ? 2 : 3;
  }

  /** The character that some bytes stand for; -1 if they do not, or only for half of one. */
  private static int character(byte[] bytes, int start, int length) {
    if (bytes[start] == '\\') {
      return length == 2 ? escaped(bytes[start + 1]) : hex(bytes, start + 2);
    }
    int character = bytes[start] & (length == 2 ? 0x1f : 0x0f);
    for (int i = start + 1; i < start + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return -1;
      }
      character = character << 6 | bytes[i] & 0x3f;
    }
    boolean isLead = length == 2 || (bytes[start] & 0xf0) == 0xe0;
    boolean isShortest = character >= (length == 2 ? 0x80 : 0x800);
    return isLead && isShortest && !Character.isSurrogate((char) character) ? character : -1;
  }

  private static int escaped(byte letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> letter;
      default -> -1;
    };
  }

  private static int hex(byte[] bytes, int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
