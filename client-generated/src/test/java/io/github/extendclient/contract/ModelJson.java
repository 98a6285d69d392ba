package io.github.extendclient.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.extendclient.runtime.internal.JsonAdapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import okio.Buffer;
import org.assertj.core.api.Assertions;

/** Decodes and encodes documents with the generated adapters, judged by another JSON library. */
final class ModelJson {
  /** More than the shortest document that is read past Moshi's reader. */
  private static final String ENOUGH_SPACE = " ".repeat(3_000);

  private final Spec spec;
  private final Moshi moshi;

  ModelJson(Spec spec) {
    this.spec = spec;
    this.moshi = new Moshi.Builder().add(spec.models()).build();
  }

  Moshi moshi() {
    return moshi;
  }

  Object decode(String schema, JsonNode document) {
    return decode(adapter(schema), document);
  }

  /**
   * Decodes and encodes; the result must be the same except for the order of keys, whichever reader
   * the document comes from.
   */
  Object roundTrip(String schema, JsonNode document) {
    JsonAdapter<Object> adapter = adapter(schema);
    Object value = decode(adapter, document);
    assertSame(parse(adapter.toJson(value)), document);
    Assertions.assertThat(decodeByLookahead(adapter, document)).isEqualTo(value);
    return value;
  }

  /** Numbers are compared by value: 3, 3.0 and 3.00 are one number to JSON. */
  static void assertSame(JsonNode actual, JsonNode expected) {
    List<String> differences = new ArrayList<>();
    compare("$", actual, expected, differences);
    Assertions.assertThat(differences).isEmpty();
  }

  static JsonNode parse(String json) {
    try {
      return Spec.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes with a reader that reads past Moshi's, and encodes. */
  Object roundTripByLookahead(String schema, JsonNode document) {
    JsonAdapter<Object> adapter = adapter(schema);
    Object value = decodeByLookahead(adapter, document);
    assertSame(parse(adapter.toJson(value)), document);
    return value;
  }

  JsonAdapter<Object> adapter(String schema) {
    return moshi.<Object>adapter(spec.modelClass(schema));
  }

  private static Object decode(JsonAdapter<Object> adapter, JsonNode document) {
    try {
      return Objects.requireNonNull(adapter.fromJson(document.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object decodeByLookahead(JsonAdapter<Object> adapter, JsonNode document) {
    Buffer json = new Buffer().writeUtf8(ENOUGH_SPACE).writeUtf8(document.toString());
    try {
      return Objects.requireNonNull(adapter.fromJson(JsonAdapters.newReader(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      String path, JsonNode actual, JsonNode expected, List<String> differences) {
    if (actual.isObject() && expected.isObject()) {
      for (String name : names(actual, expected)) {
        compare(path + "." + name, actual.path(name), expected.path(name), differences);
      }
    } else if (actual.isArray() && expected.isArray()) {
      for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
        compare(path + "[" + i + "]", actual.path(i), expected.path(i), differences);
      }
    } else if (!(actual.isNumber()
        && expected.isNumber()
        && actual.decimalValue().compareTo(expected.decimalValue()) == 0)) {
      if (!actual.equals(expected)) {
        differences.add(path + " is " + text(actual) + ", not " + text(expected));
      }
    }
  }

  private static Set<String> names(JsonNode actual, JsonNode expected) {
    Set<String> names = new TreeSet<>();
    actual.fieldNames().forEachRemaining(names::add);
    expected.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }
}
