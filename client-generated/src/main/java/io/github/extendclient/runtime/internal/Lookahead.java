package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes ahead of a Moshi reader directly, for speed. A parse run consists mostly of text
 * with line breaks and numbers with decimals. Moshi's reader assembles such text piece by piece,
 * with garbage of seven times its size, returns such numbers as strings, and reads each byte
 * several times for values kept as text.
 *
 * <p>Relies on the position of Moshi's reader after {@code peek()}: after the opening quote of a
 * string or the opening bracket of an object, before a number with decimals, and after an integer.
 * Moshi does not promise this, so it is verified once at run time, and if it does not hold, Moshi
 * reads everything. The build permits only tested versions of Moshi. The system property {@value
 * #OFF} turns this class off.
 *
 * <p>Other classes use only the static methods. To remove it, reduce each of them to its case
 * without lookahead, and delete {@code LookaheadTrial}, {@code Decimals} and their tests.
 */
final class Lookahead {
  // Moshi reads longer text, so that this bounds the additional memory.
  private static final int MAX_LENGTH = 1 << 18;

  /** Longer than any 64-bit number. */
  private static final int LONG_NUMBER = 400;

  /** The size of a document in bytes from which this class pays off. */
  private static final int WORTHWHILE = 2048;

  private static final String OFF = "io.github.extendclient.readByMoshi";
  private static final boolean IS_RELIABLE =
      !Boolean.getBoolean(OFF) && LookaheadTrial.isReliable();

  private final BufferedSource source;
  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();
  private final JsonScan scan = new JsonScan();
  private char[] chars = {};
  private int size;
  private boolean isComplete;

  Lookahead(BufferedSource source) {
    this.source = source;
  }

  /** Returns a reader for which the other methods are fast. */
  static JsonReader newReader(BufferedSource source) throws IOException {
    if (!source.request(WORTHWHILE)) {
      // The whole document is in the buffer, which is faster without the source around it.
      return JsonReader.of(source.getBuffer());
    }
    JsonReader reader = JsonReader.of(source);
    if (IS_RELIABLE) {
      reader.setTag(Lookahead.class, new Lookahead(source));
    }
    return reader;
  }

  /** Reads a string that the reader has just peeked at. */
  static String readString(JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    return lookahead == null ? reader.nextString() : lookahead.nextString(reader);
  }

  /**
   * Returns whether the name that the reader has just peeked at is one of these.
   *
   * @param names each with its closing quote
   * @return false also if the name is not visible in the buffer
   */
  static boolean isNext(ByteString[] names, JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    if (lookahead != null) {
      for (ByteString name : names) {
        if (lookahead.source.rangeEquals(0, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reads a number that the reader has just peeked at; returns NaN if the caller must read it. */
  static double readDouble(JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    return lookahead == null ? Double.NaN : lookahead.nextDouble(reader);
  }

  /**
   * Returns whether the number that the reader has just peeked at is too long to parse quickly: the
   * time of {@code BigDecimal} grows with the square of the digits.
   */
  static boolean isLongNumber(JsonReader reader) throws IOException {
    Lookahead lookahead = of(reader);
    if (lookahead == null || !lookahead.source.request(LONG_NUMBER)) {
      return false;
    }
    Buffer buffer = lookahead.source.getBuffer();
    for (int i = 0; i < LONG_NUMBER; i++) {
      if (!Decimals.isOfNumber(buffer.getByte(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Moves the text of a value that the reader has just peeked at, but not tried to select, since
   * the reader keeps a string after an unsuccessful select.
   *
   * @throws IOException if the source fails or the value is malformed; the message has the path and
   *     no content
   * @throws com.squareup.moshi.JsonDataException if the value nests too deep
   */
  static void moveValue(JsonReader reader, Buffer sink) throws IOException {
    Lookahead lookahead = of(reader);
    if (lookahead != null && lookahead.move(reader, sink)) {
      return;
    }
    switch (reader.peek()) {
      case NUMBER -> sink.writeUtf8(reader.nextString());
      case BOOLEAN -> sink.writeUtf8(Boolean.toString(reader.nextBoolean()));
      case NULL -> {
        reader.<Object>nextNull();
        sink.writeUtf8("null");
      }
      default -> moveByMoshi(reader, sink);
    }
  }

  private static void moveByMoshi(JsonReader reader, Buffer sink) throws IOException {
    String path = reader.getPath();
    long start = sink.size();
    try (BufferedSource value = reader.nextSource()) {
      sink.writeAll(value);
    }
    JsonScan scan = new JsonScan();
    long malformedAt = scan.check(sink, start);
    if (malformedAt >= 0) {
      throw scan.failure(malformedAt, path);
    }
  }

  private static @Nullable Lookahead of(JsonReader reader) {
    return reader.isLenient() || reader.failOnUnknown() ? null : reader.tag(Lookahead.class);
  }

  double nextDouble(JsonReader reader) throws IOException {
    Buffer buffer = source.getBuffer();
    if (buffer.exhausted()) {
      // An integer, which the reader has consumed.
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
      // Too large, which the caller rejects with its digits, or not completely in this segment.
      return Double.NaN;
    }
    reader.skipValue();
    return value;
  }

  String nextString(JsonReader reader) throws IOException {
    String text = text();
    // If the text is consumed already, the reader returns an empty string.
    String rest = reader.nextString();
    return text == null ? rest : text;
  }

  /**
   * Consumes the text up to its closing quote; returns null and consumes nothing if Moshi must read
   * it.
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
        int run = TextBytes.endOfRun(at.data, at.start, at.end);
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

  /** Decodes one byte sequence that spans segments. */
  private int decodeAcrossSegments(long start) throws IOException {
    int length =
        source.request(start + TextBytes.LONGEST_SEQUENCE) ? TextBytes.LONGEST_SEQUENCE : 2;
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
   * Decodes text up to its closing quote, the end of the bytes, or the start of an incomplete
   * sequence.
   *
   * @param run the end of the first ASCII characters
   * @return the number of bytes decoded; -1 if Moshi must read the text
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
      int bytesOfCharacter = TextBytes.sequence(b, i + 1 < end ? bytes[i + 1] : 0);
      if (i + bytesOfCharacter > end) {
        break;
      }
      int character = TextBytes.character(bytes, i, bytesOfCharacter);
      if (character < 0) {
        return -1;
      }
      decoded[length++] = (char) character;
      i += bytesOfCharacter;
      endOfRun = TextBytes.endOfRun(bytes, i, end);
    }
    size = length;
    return i - start;
  }

  /**
   * Moves the text of an object, an array or a string.
   *
   * @return false if nothing was moved and Moshi must read the value
   */
  boolean move(JsonReader reader, Buffer sink) throws IOException {
    JsonReader.Token token = reader.peek();
    // The reader has consumed the opening bracket or quote; leave it the closing one.
    switch (token) {
      case BEGIN_OBJECT -> scan.startInside(true);
      case BEGIN_ARRAY -> scan.startInside(false);
      case STRING -> scan.startInText();
      default -> {
        return false;
      }
    }
    long end = endOfValue(reader);
    if (end < 0) {
      return false;
    }
    Buffer buffer = source.getBuffer();
    switch (token) {
      case BEGIN_OBJECT -> {
        sink.writeByte('{').write(buffer, end);
        reader.beginObject();
        reader.endObject();
        sink.writeByte('}');
      }
      case BEGIN_ARRAY -> {
        sink.writeByte('[').write(buffer, end);
        reader.beginArray();
        reader.endArray();
        sink.writeByte(']');
      }
      default -> {
        sink.writeByte('"').write(buffer, end);
        reader.nextString();
        sink.writeByte('"');
      }
    }
    return true;
  }

  /** Returns the index of the value's last byte; -1 if the document ends before it. */
  private long endOfValue(JsonReader reader) throws IOException {
    long scanned = 0;
    while (source.request(scanned + 1)) {
      try (Buffer.UnsafeCursor at = source.getBuffer().readUnsafe(cursor)) {
        at.seek(scanned);
        int stop = scan.scan(at.data, at.start, at.end);
        scanned += stop - at.start;
        if (stop < at.end) {
          if (scan.isComplete()) {
            return scanned;
          }
          throw scan.failure(scanned + 1, reader.getPath());
        }
      }
    }
    return -1;
  }
}
