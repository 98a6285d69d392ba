package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import okio.Buffer;

/**
 * Checks that bytes are one JSON value, without decoding them. Used for values kept as text, which
 * no other reader checks. Accepts a value in pieces, as the segments of a buffer. Permits control
 * characters in strings, like Moshi's reader.
 *
 * <p>Not thread-safe; reusable for the next value.
 */
public final class JsonScan {
  /** Some levels below the limit of Moshi's reader, which reads the value later. */
  public static final int MAX_DEPTH = 200;

  private static final int VALUE = 0;
  private static final int VALUE_OR_END = 1;
  private static final int NAME = 2;
  private static final int NAME_OR_END = 3;
  private static final int COLON = 4;
  private static final int AFTER_VALUE = 5;
  private static final int TEXT = 6;
  private static final int ESCAPE = 7;
  private static final int HEX = 8;
  private static final int LITERAL = 9;
  private static final int MINUS = 10;
  private static final int ZERO = 11;
  private static final int DIGITS = 12;
  private static final int POINT = 13;
  private static final int DECIMALS = 14;
  private static final int EXPONENT = 15;
  private static final int EXPONENT_SIGN = 16;
  private static final int EXPONENT_DIGITS = 17;
  private static final int COMPLETE = 18;
  private static final int MALFORMED = 19;
  private static final int TOO_DEEP = 20;

  /** One bit per level: whether it is an object. */
  private final long[] objects = new long[(MAX_DEPTH + Long.SIZE - 1) / Long.SIZE];

  private int depth;
  private int state;
  private boolean isName;
  private String literal = "";
  private int position;

  /** Creates a scan. */
  public JsonScan() {}

  /** Starts before a value. */
  void start() {
    depth = 0;
    state = VALUE;
    isName = false;
  }

  /** Starts after the opening bracket of an object or array. */
  void startInside(boolean isObject) {
    start();
    open(isObject);
  }

  /** Starts after the opening quote of a string. */
  void startInText() {
    start();
    state = TEXT;
  }

  /** Returns whether the value has ended. */
  boolean isComplete() {
    return state == COMPLETE;
  }

  /** {@return whether the value was rejected for its depth} */
  public boolean isTooDeep() {
    return state == TOO_DEEP;
  }

  /**
   * Returns whether the bytes so far are a complete value if no more follow: numbers have no end
   * mark.
   */
  private boolean isWhole() {
    return depth == 0
        && switch (state) {
          case AFTER_VALUE, ZERO, DIGITS, DECIMALS, EXPONENT_DIGITS -> true;
          default -> false;
        };
  }

  /**
   * Returns the exception for a rejected value, without its content.
   *
   * @param at the index of the byte in the value, from 0
   * @param path the path of the value in its document
   */
  IOException failure(long at, String path) {
    if (state == TOO_DEEP) {
      throw new JsonDataException(
          "Nesting too deep: more than "
              + MAX_DEPTH
              + " levels at byte "
              + at
              + " of the value at path "
              + path);
    }
    return new JsonEncodingException(
        "Malformed JSON at byte " + at + " of the value at path " + path);
  }

  /**
   * Checks that a buffer contains exactly one value.
   *
   * @param json contains the value
   * @param from the index of its first byte
   * @return the index in the value, from 0, of the first malformed byte; -1 if the value is valid
   */
  public long check(Buffer json, long from) {
    start();
    long scanned = from;
    try (Buffer.UnsafeCursor at = json.readUnsafe()) {
      while (scanned < json.size()) {
        at.seek(scanned);
        int stop = scan(at.data, at.start, at.end);
        scanned += stop - at.start;
        if (stop < at.end) {
          break;
        }
      }
    }
    if (state == COMPLETE) {
      scanned++;
      return scanned == json.size() ? -1 : scanned - from;
    }
    return isWhole() ? -1 : scanned - from;
  }

  /**
   * Continues with more bytes.
   *
   * @return the index of the value's last byte if it is complete, of the rejected byte if it is
   *     malformed or too deep; otherwise the end
   */
  int scan(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end) {
      if (state == TEXT) {
        i = TextBytes.endOfRun(bytes, i, end);
        if (i == end) {
          break;
        }
      }
      next(bytes[i]);
      if (state >= COMPLETE) {
        return i;
      }
      i++;
    }
    return i;
  }

  private void next(byte b) {
    switch (state) {
      case TEXT -> text(b);
      case ESCAPE -> escape(b);
      case HEX -> hex(b);
      case LITERAL -> literal(b);
      case MINUS -> state = b == '0' ? ZERO : isDigit(b) ? DIGITS : MALFORMED;
      case POINT -> state = isDigit(b) ? DECIMALS : MALFORMED;
      case EXPONENT ->
          state = b == '+' || b == '-' ? EXPONENT_SIGN : isDigit(b) ? EXPONENT_DIGITS : MALFORMED;
      case EXPONENT_SIGN -> state = isDigit(b) ? EXPONENT_DIGITS : MALFORMED;
      case ZERO -> afterDigit(b, b == '.', true);
      case DIGITS -> afterDigit(b, b == '.', !isDigit(b));
      case DECIMALS -> afterDigit(b, false, !isDigit(b));
      case EXPONENT_DIGITS -> {
        if (!isDigit(b)) {
          state = AFTER_VALUE;
          structure(b);
        }
      }
      default -> structure(b);
    }
  }

  private void text(byte b) {
    if (b == '"') {
      if (isName) {
        isName = false;
        state = COLON;
      } else {
        endValue();
      }
    } else if (b == '\\') {
      state = ESCAPE;
    }
  }

  private void escape(byte b) {
    switch (b) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> state = TEXT;
      case 'u' -> {
        state = HEX;
        position = 0;
      }
      default -> state = MALFORMED;
    }
  }

  private void hex(byte b) {
    if (b < 0 || Character.digit(b, 16) < 0) {
      state = MALFORMED;
    } else if (++position == 4) {
      state = TEXT;
    }
  }

  private void literal(byte b) {
    if (b != literal.charAt(position)) {
      state = MALFORMED;
    } else if (++position == literal.length()) {
      endValue();
    }
  }

  private void afterDigit(byte b, boolean isPoint, boolean isEndOfDigits) {
    if (isPoint) {
      state = POINT;
    } else if (b == 'e' || b == 'E') {
      state = EXPONENT;
    } else if (isEndOfDigits) {
      state = AFTER_VALUE;
      structure(b);
    }
  }

  private void structure(byte b) {
    if (b == ' ' || b == '\n' || b == '\t' || b == '\r') {
      return;
    }
    switch (state) {
      case NAME, NAME_OR_END -> {
        if (b == '"') {
          isName = true;
          state = TEXT;
        } else {
          close(b, state == NAME_OR_END);
        }
      }
      case COLON -> state = b == ':' ? VALUE : MALFORMED;
      case AFTER_VALUE -> {
        if (b == ',' && depth > 0) {
          state = isInObject() ? NAME : VALUE;
        } else {
          close(b, true);
        }
      }
      default -> value(b);
    }
  }

  private void value(byte b) {
    switch (b) {
      case '"' -> state = TEXT;
      case '{' -> open(true);
      case '[' -> open(false);
      case 't' -> startLiteral("true");
      case 'f' -> startLiteral("false");
      case 'n' -> startLiteral("null");
      case '-' -> state = MINUS;
      case '0' -> state = ZERO;
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> state = DIGITS;
      default -> close(b, state == VALUE_OR_END);
    }
  }

  private void startLiteral(String word) {
    literal = word;
    position = 1;
    state = LITERAL;
  }

  private void open(boolean isObject) {
    if (depth == MAX_DEPTH) {
      state = TOO_DEEP;
      return;
    }
    long bit = 1L << depth;
    if (isObject) {
      objects[depth >> 6] |= bit;
    } else {
      objects[depth >> 6] &= ~bit;
    }
    depth++;
    state = isObject ? NAME_OR_END : VALUE_OR_END;
  }

  private void close(byte b, boolean isAllowed) {
    if (isAllowed && depth > 0 && b == (isInObject() ? '}' : ']')) {
      depth--;
      endValue();
    } else {
      state = MALFORMED;
    }
  }

  private void endValue() {
    state = depth == 0 ? COMPLETE : AFTER_VALUE;
  }

  private boolean isInObject() {
    int level = depth - 1;
    return (objects[level >> 6] & 1L << level) != 0;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
