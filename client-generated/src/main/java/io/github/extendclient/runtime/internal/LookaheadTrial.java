package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/**
 * Verifies that Moshi's reader has the positions that {@link Lookahead} relies on. Runs once, when
 * that class is initialised.
 */
final class LookaheadTrial {
  static final byte[] SAMPLE =
      ("{\"\\n\" : \"a\\né\",\"c\": -1.50 , \"d\":7,\"e\": {\"f\":[]} ,\"g\":[\"h\"]"
              + ",\"i\":\"j\\u00e9\",\"k\":\"l\",\"m\":\"n\\t\"}")
          .getBytes(StandardCharsets.UTF_8);

  private LookaheadTrial() {}

  /**
   * Returns whether reading works with segments of one byte, of a few, and of the whole document.
   * This runs at the start of each program, so that it has to be short; a test tries all sizes.
   */
  static boolean isReliable() {
    return isReliable(1) && isReliable(5) && isReliable(SAMPLE.length);
  }

  /** Returns whether reading works with a source whose segments have that many bytes. */
  static boolean isReliable(int segment) {
    try {
      return isReliable(new Pieces(SAMPLE, segment));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Makes all kinds of calls that the adapters make, including those after selected names and
   * strings.
   */
  private static boolean isReliable(Source pieces) throws IOException {
    BufferedSource source = Okio.buffer(pieces);
    JsonReader reader = JsonReader.of(source);
    Lookahead lookahead = new Lookahead(source);
    JsonReader.Options names = JsonReader.Options.of("\n", "i", "k");
    JsonReader.Options values = JsonReader.Options.of("l", "x");
    Buffer moved = new Buffer();
    reader.beginObject();
    return reader.selectName(names) == 0
        && reader.peek() == JsonReader.Token.STRING
        && lookahead.nextString(reader).equals("a\né")
        && reader.selectName(names) == -1
        && reader.nextName().equals("c")
        && reader.peek() == JsonReader.Token.NUMBER
        && (lookahead.nextDouble(reader) == -1.5 || reader.nextString().equals("-1.50"))
        && reader.nextName().equals("d")
        && reader.peek() == JsonReader.Token.NUMBER
        && (lookahead.nextDouble(reader) == 7)
        && reader.nextName().equals("e")
        && reader.peek() == JsonReader.Token.BEGIN_OBJECT
        && lookahead.move(reader, moved)
        && moved.readUtf8().equals("{\"f\":[]}")
        && reader.nextName().equals("g")
        && reader.peek() == JsonReader.Token.BEGIN_ARRAY
        && lookahead.move(reader, moved)
        && moved.readUtf8().equals("[\"h\"]")
        && reader.selectName(names) == 1
        && reader.peek() == JsonReader.Token.STRING
        && lookahead.nextString(reader).equals("jé")
        && reader.selectName(names) == 2
        && reader.peek() == JsonReader.Token.STRING
        && reader.selectString(values) == 0
        && reader.selectName(names) == -1
        && reader.nextName().equals("m")
        && reader.peek() == JsonReader.Token.STRING
        && lookahead.move(reader, moved)
        && moved.readUtf8().equals("\"n\\t\"");
  }

  /** A document in segments of one size. */
  private static final class Pieces implements Source {
    private final byte[] json;
    private final int size;
    private int given;

    Pieces(byte[] json, int size) {
      this.json = json;
      this.size = size;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      int count = Math.min(size, json.length - given);
      if (count == 0) {
        return -1;
      }
      // A separate buffer, whose segment is moved without copying.
      sink.write(new Buffer().write(json, given, count), count);
      given += count;
      return count;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
