package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.Model;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A document with one value of another type is read: its getter throws and all others work, and
 * encoding gives back what came. For every property of every schema, with each other type of JSON.
 */
class UnexpectedValueTest {
  private static final List<String> OTHERS =
      List.of(
          "\"text\"",
          "1.5",
          "7",
          "1E+400",
          "12345678901234567890123",
          "true",
          "{}",
          "{\"a\":1}",
          "[]",
          "[true]",
          "null");

  @TestFactory
  Stream<DynamicTest> aPropertyOfAnotherTypeIsKeptAndItsGetterThrows() {
    return SchemaCheck.ofAll(
        (json, spec, name) -> {
          if (!(document(spec, name) instanceof ObjectNode document)) {
            return;
          }
          Class<?> type = json.decode(name, document).getClass();
          JsonNode schema = schemaOf(spec, name, type);
          for (Map.Entry<String, JsonNode> property : document.properties()) {
            JsonNode expected = spec.resolve(schema.at("/properties").path(property.getKey()));
            for (String other : OTHERS) {
              ObjectNode changed = document.deepCopy();
              changed.set(property.getKey(), ModelJson.parse(other));
              boolean isOther = !expected.isMissingNode() && !fits(other, expected);
              if (isRounded(other, expected) || !isOther) {
                continue;
              }
              Object value = json.roundTrip(name, changed);
              assertThat(value.toString()).isNotNull();
              if (value.getClass() == type) {
                assertGetters(value, type.getSimpleName() + "." + property.getKey(), other);
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> anItemOfAnotherTypeIsKeptAndThrowsAlone() {
    return SchemaCheck.ofAll(
        (json, spec, name) -> {
          if (!(document(spec, name) instanceof ObjectNode document)) {
            return;
          }
          Class<?> type = json.decode(name, document).getClass();
          JsonNode schema = schemaOf(spec, name, type);
          for (Map.Entry<String, JsonNode> property : document.properties()) {
            JsonNode list = spec.resolve(schema.at("/properties").path(property.getKey()));
            JsonNode items = spec.resolve(list.path("items"));
            if (!property.getValue().isArray()
                || items.isMissingNode()
                || Spec.isNullable(list.path("items"))) {
              continue;
            }
            for (String other : OTHERS) {
              if (fits(other, items) || isRounded(other, items)) {
                continue;
              }
              ObjectNode changed = document.deepCopy();
              ((ArrayNode) changed.get(property.getKey())).insert(0, ModelJson.parse(other));
              Object value = json.roundTrip(name, changed);
              if (value.getClass() == type) {
                assertItems(value, property.getKey(), changed.get(property.getKey()).size());
              }
            }
          }
        });
  }

  private static void assertGetters(Object value, String place, String other) {
    Map<String, Throwable> thrown = new TreeMap<>();
    for (Method getter : value.getClass().getMethods()) {
      if (getter.getName().startsWith("get")
          && getter.getParameterCount() == 0
          && getter.getDeclaringClass() == value.getClass()) {
        try {
          getter.invoke(value);
        } catch (InvocationTargetException e) {
          thrown.put(getter.getName(), e.getCause());
        } catch (IllegalAccessException e) {
          throw new LinkageError(getter.toString(), e);
        }
      }
    }
    if (other.equals("null")) {
      assertThat(thrown.values())
          .as(place)
          .allSatisfy(e -> assertThat(e).isInstanceOf(MissingPropertyException.class))
          .hasSizeLessThanOrEqualTo(1);
    } else {
      assertThat(thrown.values())
          .as(place + " = " + other)
          .singleElement()
          .isInstanceOfSatisfying(
              UnexpectedValueException.class,
              e -> {
                assertThat(e.path()).isEqualTo(place);
                assertThat(e.json().json()).isEqualTo(other);
              });
    }
  }

  private static void assertItems(Object value, String property, int size) {
    for (Method getter : value.getClass().getMethods()) {
      if (getter.getName().equalsIgnoreCase("get" + property) && getter.getParameterCount() == 0) {
        try {
          List<?> list = (List<?>) getter.invoke(value);
          assertThat(list).hasSize(size);
          assertThatThrownBy(() -> list.get(0))
              .isInstanceOfSatisfying(
                  UnexpectedValueException.class,
                  e -> assertThat(e.path()).isEqualTo("$." + property + "[0]"));
          for (int i = 1; i < size; i++) {
            assertThat(list.get(i)).isNotNull();
          }
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(getter.toString(), e);
        }
      }
    }
  }

  /** The schema of the union member that the document is. */
  private static JsonNode schemaOf(Spec spec, String name, Class<?> type) {
    return Model.class.isAssignableFrom(type)
        ? spec.resolve(spec.schema(type.getSimpleName()))
        : spec.resolve(spec.schema(name));
  }

  private static JsonNode document(Spec spec, String name) {
    return new Documents(spec, name.hashCode(), false).draw(spec.schema(name));
  }

  private static boolean fits(String json, JsonNode schema) {
    String found =
        switch (json.charAt(0)) {
          case '"' -> "string";
          case '{' -> "object";
          case '[' -> "array";
          case 't' -> "boolean";
          case 'n' -> "null";
          default -> "number";
        };
    return switch (schema.path("type").asText()) {
      case "" -> !schema.has("oneOf") || !found.equals("null");
      case "integer" -> json.equals("7");
      case "number" -> found.equals("number") && !json.equals("1E+400");
      case "object" -> schema.has("oneOf") || found.equals("object");
      case "string" -> found.equals("string") && !schema.path("format").asText().startsWith("date");
      default -> found.equals(schema.path("type").asText());
    };
  }

  /** A double has fewer digits. */
  private static boolean isRounded(String json, JsonNode schema) {
    return json.length() == 23 && Set.of("number", "").contains(schema.path("type").asText());
  }
}
