package io.github.extendclient.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decodes the bytes of JSON strings. */
final class TextBytes {
  /** The maximum number of bytes for one character. */
  static final int LONGEST_SEQUENCE = 6;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The lowest bit of each byte. */
  private static final long LOW_BITS = 0x0101010101010101L;

  private TextBytes() {}

  /** Returns the index of the next byte that is not a plain ASCII character, or the end. */
  static int endOfRun(byte[] bytes, int start, int end) {
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      long quotes = word ^ '"' * LOW_BITS;
      long slashes = word ^ '\\' * LOW_BITS;
      // Sets the highest bit of each matching byte; the lowest such byte is the first that is zero
      // or above ASCII.
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

  /** Returns the number of bytes of a character from its first two bytes. */
  static int sequence(int first, int second) {
    if (first == '\\') {
      return second == 'u' ? LONGEST_SEQUENCE : 2;
    }
    return (first & 0xe0) == 0xc0 ? 2 : 3;
  }

  /**
   * Returns the character of a byte sequence; -1 if the sequence is invalid or an unpaired
   * surrogate.
   */
  static int character(byte[] bytes, int start, int length) {
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
