package io.github.extendclient.nasty;

import static io.github.extendclient.nasty.Json.MOSHI;
import static io.github.extendclient.nasty.Json.quoted;
import static io.github.extendclient.nasty.Json.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.nasty.model.Circle;
import io.github.extendclient.nasty.model.Kinds;
import io.github.extendclient.nasty.model.Leaf;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absent, null and present, for every kind of value and each of the four kinds of optionality. */
class OptionalityTest {
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("String", "'text'"),
          Map.entry("Boolean", "true"),
          Map.entry("Int", "-2147483648"),
          Map.entry("Long", "9223372036854775807"),
          Map.entry("Double", "-1.25"),
          Map.entry("Time", "'2026-02-09T12:30:45.120+02:00'"),
          Map.entry("Strings", "['a', '']"),
          Map.entry("Matrix", "[[1.5, 2], []]"),
          Map.entry("Maps", "[{'a': true}, {}]"),
          Map.entry("Map", "{'a': -1}"),
          Map.entry("MapOfLists", "{'a': ['2026-02-09T12:30:45Z'], 'b': []}"),
          Map.entry("Object", "{'a': {'b': [null, 1.10, 12345678901234567890]}, 'c': null}"),
          Map.entry("Enum", "'a b'"),
          Map.entry("Leaf", "{'text': 'leaf', 'number': 2}"),
          Map.entry("Union", "{'radius': 1, 'kind': 'circle'}"));

  @Test
  void everythingPresentIsWrittenAsItWasRead() {
    roundTrip(Kinds.class, document("value", "value", "value"));
  }

  @Test
  void aRequiredNullablePropertyThatWasAbsentStaysAbsent() {
    roundTrip(Kinds.class, document("absent", "absent", "absent"));
  }

  @Test
  void nullAndAbsenceAreKept() {
    roundTrip(Kinds.class, document("null", "absent", "null"));
    roundTrip(Kinds.class, document("null", "absent", "absent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String",
        "Boolean",
        "Int",
        "Long",
        "Double",
        "Time",
        "Strings",
        "Matrix",
        "Maps",
        "Map",
        "MapOfLists",
        "Object",
        "Enum",
        "Leaf",
        "Union"
      })
  void aMissingRequiredPropertyIsFoundWhenItIsTouched(String kind) throws Exception {
    for (String json : List.of("{}", "{'required" + kind + "': null}")) {
      Kinds kinds = Json.read(Kinds.class, json);
      Method getter = Kinds.class.getMethod("getRequired" + kind);

      assertThatThrownBy(() -> getter.invoke(kinds))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isExactlyInstanceOf(MissingPropertyException.class)
          .hasMessage(
              "Kinds.required"
                  + kind
                  + " is required by the API's description, but the response does not have it.");
    }
  }

  @Test
  void missingPropertiesStayMissing() {
    assertThat(
            MOSHI
                .adapter(Kinds.class)
                .toJson(Objects.requireNonNull(Json.read(Kinds.class, "{'requiredInt':1}"))))
        .contains("\"requiredInt\":1")
        .doesNotContain("requiredLong", "requiredBoolean", "requiredString");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "String|1|Kinds.requiredString is a number where a string",
        "String|true|Kinds.requiredString is a boolean where a string",
        "Boolean|'true'|Kinds.requiredBoolean is a string where a boolean",
        "Int|'1'|Kinds.requiredInt is a string where a number",
        "Int|1.5|Kinds.requiredInt is a number where a whole number of 32 bits",
        "Int|2147483648|Kinds.requiredInt is a number where a whole number of 32 bits",
        "Long|9223372036854775808|Kinds.requiredLong is a number where a whole number of 64 bits",
        "Double|[]|Kinds.requiredDouble is an array where a number",
        "Double|1e400|Kinds.requiredDouble is a number where a number in the range of double",
        "Time|1|Kinds.requiredTime is a number where a string",
        "Strings|{}|Kinds.requiredStrings is an object where an array",
        "Strings|['a',1]|$.requiredStrings[1] is a number where a string",
        "Strings|['a',null]|$.requiredStrings[1] is null where a string",
        "Matrix|[[1],['2']]|$.requiredMatrix[1][0] is a string where a number",
        "Map|[]|Kinds.requiredMap is an array where an object",
        "Map|{'a b':'1'}|$.requiredMap.a b is a string where a number",
        "Enum|1|Kinds.requiredEnum is a number where a string",
        "Leaf|'x'|Kinds.requiredLeaf is a string where an object",
        "Leaf|{'text':{}}|Leaf.text is an object where a string",
      })
  void aValueOfAnotherTypeIsNamedWhenItIsAskedFor(String kind, String value, String problem) {
    Kinds kinds = Json.read(Kinds.class, "{'required" + kind + "': " + value + "}");

    assertThatThrownBy(() -> touch(Kinds.class.getMethod("getRequired" + kind).invoke(kinds)))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(UnexpectedValueException.class)
        .hasMessage(problem + " is expected: update this client, or take the JSON from json().");
  }

  private static void touch(Object value) throws InvocationTargetException {
    try {
      if (value instanceof Map<?, ?> map) {
        map.forEach((name, item) -> assertThat(item).isNotNull());
      } else if (value instanceof List<?> list) {
        for (Object item : list) {
          touch(item);
        }
      } else if (value instanceof Leaf leaf) {
        assertThat(leaf.getText()).isNotNull();
      }
    } catch (UnexpectedValueException e) {
      throw new InvocationTargetException(e);
    }
  }

  @Test
  void aTimeThatIsNoneIsNamedWithItsText() {
    Kinds kinds = Json.read(Kinds.class, "{'requiredTime': 'yesterday'}");

    assertThatThrownBy(kinds::getRequiredTime)
        .isInstanceOfSatisfying(
            UnexpectedValueException.class,
            e -> assertThat(e.json()).isEqualTo(JsonValue.of("yesterday")))
        .hasMessage(
            "Kinds.requiredTime is \"yesterday\" where an RFC 3339 date and time is expected: take"
                + " the text from json().");
  }

  @Test
  void aValueThatIsSetTakesThePlaceOfOneThatDidNotFit() {
    Leaf leaf = Json.read(Leaf.class, "{'text': 1}").toBuilder().text("a").build();
    Circle circle =
        Json.read(Circle.class, "{'kind': 'circle', 'radius': 1, 'label': 7}").toBuilder()
            .label(null)
            .build();

    assertThat(leaf.getText()).isEqualTo("a");
    assertThat(Json.write(Leaf.class, leaf)).isEqualTo("{\"text\":\"a\"}");
    assertThat(circle.getLabel()).isNull();
    assertThat(Json.write(Circle.class, circle)).contains("\"label\":null");
  }

  @Test
  void collectionsThatWereReadCannotBeChanged() {
    Kinds kinds = Json.read(Kinds.class, document("value", "value", "value"));

    assertThatThrownBy(() -> kinds.getRequiredStrings().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> kinds.getRequiredMatrix().get(0).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> kinds.getRequiredMap().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> kinds.getRequiredObject().put("x", JsonValue.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> kinds.unknownProperties().put("x", JsonValue.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void collectionsThatWereSetAreCopied() {
    List<String> strings = new ArrayList<>(List.of("a"));
    List<Double> row = new ArrayList<>(List.of(1.0));
    List<List<Double>> matrix = new ArrayList<>(List.of(row));
    Kinds kinds =
        Json.read(Kinds.class, document("value", "value", "value")).toBuilder()
            .requiredStrings(strings)
            .requiredMatrix(matrix)
            .build();
    strings.add("b");
    row.add(2.0);
    matrix.clear();

    assertThat(kinds.getRequiredStrings()).containsExactly("a");
    assertThat(kinds.getRequiredMatrix()).containsExactly(List.of(1.0));
  }

  @Test
  void theBuilderNamesAllMissingProperties() {
    assertThatThrownBy(() -> Kinds.builder().requiredString("x").requiredInt(0).build())
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Kinds needs requiredBoolean, requiredLong, requiredDouble, requiredTime,"
                + " requiredStrings, requiredMatrix, requiredMaps, requiredMap,"
                + " requiredMapOfLists, requiredObject, requiredEnum, requiredLeaf,"
                + " requiredUnion: set it before build().");
  }

  @Test
  void nullForARequiredPropertyIsNamed() {
    @SuppressWarnings("NullAway")
    @Nullable String none = null;
    assertThatThrownBy(() -> Kinds.builder().requiredString(none))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("requiredString");
  }

  @Test
  void nullIsWrittenOnlyWhereTheSchemaAllowsIt() {
    Kinds kinds =
        Json.read(Kinds.class, document("value", "value", "value")).toBuilder()
            .optionalString(null)
            .optionalInt(null)
            .optionalNullableString(null)
            .optionalNullableInt(null)
            .nullableString(null)
            .build();

    assertThat(Json.write(Kinds.class, kinds))
        .contains("\"nullableString\":null")
        .contains("\"optionalNullableString\":null")
        .contains("\"optionalNullableInt\":null")
        .doesNotContain("\"optionalString\"", "\"optionalInt\"");
  }

  @Test
  void equalDocumentsAreEqualObjects() {
    String all = document("value", "value", "value");
    Kinds kinds = Json.read(Kinds.class, all);

    assertThat(kinds)
        .isEqualTo(Json.read(Kinds.class, all))
        .hasSameHashCodeAs(Json.read(Kinds.class, all))
        .isEqualTo(kinds.toBuilder().build())
        .isNotEqualTo(Json.read(Kinds.class, document("null", "value", "value")))
        .isNotEqualTo(Json.read(Kinds.class, document("value", "absent", "value")))
        .isNotEqualTo(kinds.toBuilder().requiredLong(1).build())
        .isNotEqualTo(kinds.toBuilder().requiredDouble(1).build())
        .isNotEqualTo(kinds.toBuilder().requiredBoolean(false).build())
        .isNotEqualTo(kinds.toBuilder().unknownProperty("x", JsonValue.NULL).build());
    assertThat(Json.read(Kinds.class, document("null", "absent", "null")))
        .isNotEqualTo(Json.read(Kinds.class, document("null", "absent", "absent")));
  }

  @Test
  void aTimeIsWrittenAsItWasRead() {
    Kinds kinds = roundTrip(Kinds.class, document("value", "value", "value"));

    assertThat(kinds.getRequiredTime()).isEqualTo("2026-02-09T12:30:45.120+02:00");
    assertThat(kinds.toBuilder().requiredTime(kinds.getRequiredTime()).build().getRequiredTime())
        .isEqualTo(kinds.getRequiredTime());
  }

  private static String document(String nullable, String optional, String optionalNullable) {
    StringBuilder json = new StringBuilder("{");
    VALUES.forEach(
        (kind, value) -> {
          property(json, "required" + kind, "value", value);
          property(json, "nullable" + kind, nullable, value);
          property(json, "optional" + kind, optional, value);
          property(json, "optionalNullable" + kind, optionalNullable, value);
        });
    return quoted(json.append("}").toString());
  }

  private static void property(StringBuilder json, String name, String state, String value) {
    if (!state.equals("absent")) {
      json.append(json.length() > 1 ? ", " : "")
          .append("'" + name + "': ")
          .append(state.equals("null") ? "null" : value);
    }
  }
}
