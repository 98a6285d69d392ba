package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with fixed keys: a record.
 *
 * @param constructor the accessible constructor, with the fields in order as parameters
 * @param description the description of the record where a component has none
 */
record RecordShape(
    Class<?> type,
    Constructor<?> constructor,
    @Nullable String description,
    List<RecordField> fields)
    implements ItemShape {
  private static final Map<Class<?>, String> EXTEND_TYPES =
      Map.of(CurrencyAmount.class, "currency", Signature.class, "signature");

  /** Returns whether the API has a special type for this object. */
  boolean hasExtendType() {
    return EXTEND_TYPES.containsKey(type);
  }

  @Override
  public Map<String, @Nullable Object> property(@Nullable String ownDescription) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (hasExtendType()) {
      schema.put("extend:type", EXTEND_TYPES.get(type));
    }
    String text = ownDescription != null ? ownDescription : description;
    if (text != null) {
      schema.put("description", text);
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordField field : fields) {
      properties.put(field.key(), field.shape().property(field.description()));
    }
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  @Override
  public Map<String, @Nullable Object> item() {
    return property(null);
  }

  @Override
  public Kind kind() {
    return Kind.OBJECT;
  }

  @Override
  public @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches) {
    // No one can declare the components of CurrencyAmount and Signature in another way.
    Mismatches inside =
        hasExtendType() ? mismatch -> mismatches.note(mismatch.withoutDeclaring()) : mismatches;
    Map<String, JsonValue> properties = json.asObject();
    @Nullable Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      RecordField field = fields.get(i);
      JsonValue property = properties.getOrDefault(field.key(), JsonValue.NULL);
      arguments[i] = field.shape().decode(property, path.component(field), inside);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      return mismatches.note(refusedByConstructor(json, path, e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type.getName(), e);
    }
  }

  /** Returns the properties in JSON; none if the value is not an object. */
  static Map<String, JsonValue> properties(JsonValue json) {
    return Kind.of(json) == Kind.OBJECT ? json.asObject() : Map.of();
  }

  private Mismatch refusedByConstructor(JsonValue json, ValuePath path, Throwable thrown) {
    return Mismatch.ofValue(
            path,
            json,
            "what the constructor of " + type.getName() + " accepts",
            "was refused by the constructor of " + type.getName(),
            "The constructor must accept whatever a document says, and null for what was not"
                + " found.")
        .withCause(thrown);
  }
}
