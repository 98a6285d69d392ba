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
 * @param constructor takes the fields in their order, and is accessible
 * @param description of the record wherever it stands without one of its own
 */
record RecordShape(
    Class<?> type,
    Constructor<?> constructor,
    @Nullable String description,
    List<RecordField> fields)
    implements ItemShape {
  private static final Map<Class<?>, String> EXTEND_TYPES =
      Map.of(CurrencyAmount.class, "currency", Signature.class, "signature");

  /** Whether the API knows it as one thing, and not only as an object. */
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
  public @Nullable Object decode(JsonValue json, Place place) {
    return Kind.of(json) == Kind.NULL ? null : construct(properties(json, place), place);
  }

  /** The properties in JSON; none if the API leaves the object out. */
  static Map<String, JsonValue> properties(JsonValue json, Place place) {
    return place.holds(Kind.OBJECT, json) ? json.asObject() : Map.of();
  }

  /** The record of these properties; those without a component are let be. */
  Object construct(Map<String, JsonValue> properties, Place place) {
    @Nullable Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      RecordField field = fields.get(i);
      JsonValue property = properties.getOrDefault(field.key(), JsonValue.NULL);
      arguments[i] = field.shape().decode(property, place.component(field));
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw place.failure(
          "was refused by the constructor of " + type.getName(),
          "The constructor must take null for what was not found.",
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type.getName(), e);
    }
  }
}
