package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Objects;
import java.util.Random;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text and numbers are read as by Moshi's own reader. */
class LookaheadTest {
  private static final String[] PIECES = {
    "a",
    "plain text ",
    "\n",
    "\t",
    "\"",
    "\\",
    "/",
    "é",
    "€",
    "😀",
    "\u0001",
    "\u2028",
    "日本",
    "\r\b\f"
  };

  @Test
  void readersOfLongDocumentsAreFast() throws IOException {
    assertThat(reader(new Buffer()).tag(Lookahead.class)).isNotNull();
    assertThat(JsonAdapters.newReader(new Buffer().writeUtf8("[]")).tag(Lookahead.class)).isNull();
  }

  @Test
  void isReliableForAllSegmentSizes() {
    for (int segment = 1; segment <= LookaheadTrial.SAMPLE.length; segment++) {
      assertThat(LookaheadTrial.isReliable(segment)).as("segments of %s bytes", segment).isTrue();
    }
  }

  @Test
  void randomTextComesBack() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(i % 100 == 0 ? 20_000 : 40); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Buffer json = new Buffer();
      JsonWriter.of(json).beginArray().value(text.toString()).value("end").endArray();
      JsonReader reader = reader(inPieces(json, 1 + random.nextInt(9_000)));
      reader.beginArray();

      assertThat(JsonAdapters.readString(reader)).isEqualTo(text.toString());
      assertThat(reader.getPath()).isEqualTo("$[1]");
      assertThat(JsonAdapters.readString(reader)).isEqualTo("end");
      reader.endArray();
    }
  }

  @Test
  void randomNumbersComeBack() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      double[] numbers = new double[1 + random.nextInt(40)];
      StringBuilder json = new StringBuilder("[");
      for (int n = 0; n < numbers.length; n++) {
        numbers[n] =
            switch (random.nextInt(4)) {
              case 0 -> random.nextInt();
              case 1 -> random.nextInt(20_000) / 100.0;
              case 2 -> -random.nextDouble();
              default -> random.nextDouble() * Math.pow(10, random.nextInt(30));
            };
        json.append(n == 0 ? "" : random.nextBoolean() ? "," : " , ").append(numbers[n]);
      }
      Buffer buffer = new Buffer().writeUtf8(json.append(']').toString());
      JsonReader reader = reader(inPieces(buffer, 1 + random.nextInt(100)));
      reader.beginArray();

      for (double number : numbers) {
        assertThat(JsonAdapters.DOUBLE.fromJson(reader)).isEqualTo(number);
      }
      reader.endArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "7", "9223372036854775807", "1e5", "-1.5E-3", "0.1", "1E+2"})
  void numbersOfAllKindsAreReadAsByMoshi(String number) throws IOException {
    for (String rest : new String[] {"", " ", "\n"}) {
      JsonReader reader = reader(new Buffer().writeUtf8(number + rest));
      assertThat(JsonAdapters.DOUBLE.fromJson(reader)).isEqualTo(Double.parseDouble(number));
      assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
    }
  }

  @Test
  void aNumberThatIsTooLargeIsRefusedWithItsPlace() throws IOException {
    JsonReader reader = reader(new Buffer().writeUtf8("{\"a\":1e400}"));
    reader.beginObject();
    reader.nextName();

    assertThatThrownBy(() -> JsonAdapters.DOUBLE.fromJson(reader))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a number in the range of double at path $.a");
  }

  @Test
  void aReaderThatRefusesToSkipReadsNumbers() throws IOException {
    JsonReader reader = reader(new Buffer().writeUtf8("[1.5,2.5]"));
    reader.setFailOnUnknown(true);
    reader.beginArray();

    assertThat(JsonAdapters.DOUBLE.fromJson(reader)).isEqualTo(1.5);
    assertThat(JsonAdapters.DOUBLE.fromJson(reader)).isEqualTo(2.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\u0041\\u00e9\\u20ac",
        "\\ud83d\\ude00",
        "\\ud83d lone",
        "\\u00",
        "\\u00zz",
        "\\'",
        "\\x",
        "\\\n",
        "\\",
        "\\n and a raw \n line break"
      })
  void rareTextIsReadAsByMoshi(String text) throws IOException {
    assertSameAsMoshi(new Buffer().writeUtf8("[\"").writeUtf8(text).writeUtf8("\",1]"));
  }

  @Test
  void bytesThatAreNoUtf8AreReadAsByMoshi() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(6)];
      random.nextBytes(bytes);
      assertSameAsMoshi(new Buffer().writeUtf8("[\"\\n").write(bytes).writeUtf8("\\n x\",1]"));
      assertSameAsMoshi(new Buffer().writeUtf8("[\"").write(bytes).writeUtf8("\",1]"));
    }
  }

  @Test
  void textThatIsCutOffIsAnEndOfTheDocument() throws IOException {
    for (String json : new String[] {"[\"ab", "[\"a\\nb", "[\"a\\n\\"}) {
      JsonReader reader = reader(new Buffer().writeUtf8(json));
      reader.beginArray();

      assertThatThrownBy(() -> JsonAdapters.readString(reader))
          .isInstanceOfAny(EOFException.class, JsonEncodingException.class);
      assertThat(reader.getPath()).isEqualTo("$[0]");
    }
  }

  @Test
  void lenientTextHasOtherQuotes() throws IOException {
    JsonReader reader = reader(new Buffer().writeUtf8("['a\"b', c, \"d\\n\"]"));
    reader.setLenient(true);
    reader.beginArray();

    assertThat(JsonAdapters.readString(reader)).isEqualTo("a\"b");
    assertThat(JsonAdapters.readString(reader)).isEqualTo("c");
    assertThat(JsonAdapters.readString(reader)).isEqualTo("d\n");
  }

  @Test
  void aCopyOfTheReaderReadsItsOwnBytes() throws IOException {
    JsonReader reader = reader(new Buffer().writeUtf8("[\"a\\n\",\"b\\n\"]"));
    reader.beginArray();
    JsonReader copy = reader.peekJson();

    assertThat(JsonAdapters.readString(copy)).isEqualTo("a\n");
    assertThat(JsonAdapters.readString(copy)).isEqualTo("b\n");
    assertThat(JsonAdapters.readString(reader)).isEqualTo("a\n");
  }

  @Test
  void randomValuesAreKeptAsTheyAre() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder value = new StringBuilder();
      appendValue(value, random, i % 100 == 0 ? 8 : 4, random.nextBoolean() ? '{' : '[');
      Buffer json = new Buffer().writeUtf8("{\"a\": " + value + " ,\"b\":\"end\"}");
      JsonReader reader = reader(inPieces(json, 1 + random.nextInt(9_000)));
      reader.beginObject();
      reader.nextName();

      assertThat(JsonAdapters.JSON.fromJson(reader)).hasToString(value.toString());
      assertThat(reader.getPath()).isEqualTo("$.a");
      assertThat(reader.nextName()).isEqualTo("b");
      assertThat(reader.nextString()).isEqualTo("end");
      reader.endObject();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"a\":[1, {}]}", "[\"]\\\"\"]", "\"text\""})
  void objectsArraysAndTextAreMovedWithoutMoshi(String value) throws IOException {
    Buffer moved = new Buffer();

    assertThat(moves(value + ",1]", moved)).isTrue();
    assertThat(moved.readUtf8()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"text", "1.5]", "true]", "{\"a\":1", "[\"]", "[[]"})
  void otherValuesAreLeftToMoshi(String json) throws IOException {
    Buffer moved = new Buffer();

    assertThat(moves(json, moved)).isFalse();
    assertThat(moved.size()).isZero();
  }

  private static boolean moves(String json, Buffer sink) throws IOException {
    JsonReader reader = reader(new Buffer().writeUtf8("[" + json));
    reader.beginArray();
    return Objects.requireNonNull(reader.tag(Lookahead.class)).move(reader, sink);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"]", "[[]", "[\"a\\\"]"})
  void aValueThatDoesNotCloseIsRefusedAsByMoshi(String value) {
    for (String rest : new String[] {"", ",1]"}) {
      assertThat(keptAt(reader(new Buffer().writeUtf8("[" + value + rest))))
          .isEqualTo(keptAt(JsonReader.of(new Buffer().writeUtf8("[" + value + rest))));
    }
  }

  private static String keptAt(JsonReader reader) {
    try {
      reader.beginArray();
      return JsonAdapters.JSON.fromJson(reader) + " then " + reader.peek();
    } catch (IOException | RuntimeException e) {
      return e.getClass().getName() + " at " + reader.getPath();
    }
  }

  private static void appendValue(StringBuilder json, Random random, int depth, char kind) {
    switch (kind) {
      case '{', '[' -> {
        json.append(kind);
        for (int n = random.nextInt(5); n > 0; n--) {
          if (kind == '{') {
            appendValue(json, random, 0, '"');
            json.append(random.nextBoolean() ? ":" : " : ");
          }
          appendValue(json, random, depth - 1, depth > 1 ? "{[\"1".charAt(random.nextInt(4)) : '"');
          json.append(n > 1 ? "," : "");
        }
        json.append(kind == '{' ? '}' : ']');
      }
      case '"' -> {
        Buffer text = new Buffer();
        try {
          StringBuilder pieces = new StringBuilder("{]");
          for (int n = random.nextInt(9); n > 0; n--) {
            pieces.append(PIECES[random.nextInt(PIECES.length)]);
          }
          JsonWriter writer = JsonWriter.of(text);
          writer.setLenient(true);
          writer.value(pieces.toString());
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        json.append(text.readUtf8());
      }
      default -> json.append(random.nextInt(2_000) / 10.0);
    }
  }

  private static void assertSameAsMoshi(Buffer json) throws IOException {
    assertThat(outcome(reader(json.clone())))
        .as(json.snapshot().utf8())
        .isEqualTo(outcome(JsonReader.of(json.clone())));
  }

  private static String outcome(JsonReader reader) {
    try {
      reader.beginArray();
      String text = JsonAdapters.readString(reader);
      return text + " then " + reader.nextInt() + " at " + reader.getPath();
    } catch (IOException | RuntimeException e) {
      return e.getClass().getName() + " at " + reader.getPath();
    }
  }

  /** Of a document that is long enough, because of the white space that it begins with. */
  private static JsonReader reader(BufferedSource json) {
    Buffer space = new Buffer().writeUtf8(" ".repeat(3_000));
    try {
      return JsonAdapters.newReader(
          Okio.buffer(
              Okio.source(new SequenceInputStream(space.inputStream(), json.inputStream()))));
    } catch (IOException e) {
      throw new AssertionError("All bytes are in memory.", e);
    }
  }

  private static BufferedSource inPieces(Buffer json, int size) {
    return Okio.buffer(
        new ForwardingSource(json) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(size, byteCount));
          }
        });
  }
}
