package io.github.extendclient.extraction;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a record by reflection, and rejects what the API would reject. */
final class ShapeReader {
  /**
   * The maximum depth of objects below the root.
   *
   * @see <a href="https://docs.extend.ai/extraction/schema">Extraction schema</a>
   */
  static final int MAX_NESTING = 5;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** The records around the current position, the root first. */
  private final List<Class<?>> around = new ArrayList<>();

  private ShapeReader() {}

  static RecordShape read(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          type.getName()
              + " is not a record. Declare a record with a component for each value to extract.");
    }
    return new ShapeReader().object(type);
  }

  private RecordShape object(Class<?> type) {
    if (type.getTypeParameters().length > 0) {
      throw refusal(
          type, "is generic", "Declare a record of its own with the types of its components.");
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 0) {
      throw refusal(type, "has no components", "Declare one for each value to extract.");
    }
    around.add(type);
    List<RecordField> fields = Stream.of(components).map(this::field).toList();
    around.remove(around.size() - 1);
    checkKeys(type, fields);
    return new RecordShape(type, constructor(type, components), description(type), fields);
  }

  private RecordField field(RecordComponent component) {
    Description description =
        annotation(component.getDeclaringRecord(), component.getName(), Description.class);
    return new RecordField(
        component.getName(),
        key(component),
        description == null ? null : description.value(),
        threshold(component),
        shape(component));
  }

  private static @Nullable ReviewThreshold threshold(RecordComponent component) {
    ReviewThreshold threshold =
        annotation(component.getDeclaringRecord(), component.getName(), ReviewThreshold.class);
    if (threshold != null && !(threshold.value() >= 0 && threshold.value() <= 1)) {
      throw TypeRefusal.because(
              "has a threshold of " + threshold.value(), "Give it one from 0 to 1.")
          .at(component);
    }
    return threshold;
  }

  private Shape shape(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListShape(item(component, list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> choice && choice.isEnum()) {
      return choice(component, choice);
    }
    ItemShape shape = single(component, type);
    if (shape == null) {
      throw TypeRefusal.ofComponent(type).at(component);
    }
    return shape;
  }

  private ItemShape item(RecordComponent component, Type type) {
    ItemShape shape = single(component, type);
    if (shape == null) {
      throw TypeRefusal.ofItems(type).at(component);
    }
    return shape;
  }

  /** Returns the shape of a type that may be both a component and an item, or null. */
  private @Nullable ItemShape single(RecordComponent component, Type type) {
    if (type instanceof Class<?> nested && nested.isRecord()) {
      checkNesting(component, nested);
      return object(nested);
    }
    return type instanceof Class<?> scalar ? ScalarShape.BY_CLASS.get(scalar) : null;
  }

  private void checkNesting(RecordComponent component, Class<?> nested) {
    int start = around.indexOf(nested);
    if (start >= 0) {
      String cycle =
          Stream.concat(around.subList(start, around.size()).stream(), Stream.of(nested))
              .map(Class::getSimpleName)
              .collect(Collectors.joining(" in "));
      throw TypeRefusal.because(
              "is recursive: " + cycle,
              "Declare a record for each level that is wanted, the last without the component.")
          .at(component);
    }
    if (around.size() > MAX_NESTING) {
      throw TypeRefusal.because(
              "nests "
                  + around.size()
                  + " records below "
                  + around.get(0).getSimpleName()
                  + ", but the API takes "
                  + MAX_NESTING,
              "Move its components into the record around it.")
          .at(component);
    }
  }

  private static ChoiceShape choice(RecordComponent component, Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    List<String> descriptions = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      Name given = annotation(type, name, Name.class);
      String text = given == null ? name.toLowerCase(Locale.ROOT) : given.value();
      if (text.isBlank() || constants.put(text, constant) != null) {
        throw TypeRefusal.because(
                "offers the choice \""
                    + text
                    + "\""
                    + (text.isBlank() ? "" : " twice")
                    + ", by the constant "
                    + name
                    + " of "
                    + type.getName(),
                "Give the constant a text of its own with @Name(\"...\").")
            .at(component);
      }
      Description description = annotation(type, name, Description.class);
      descriptions.add(description == null ? "" : description.value());
    }
    if (constants.isEmpty()) {
      throw TypeRefusal.because(
              "offers no choice: " + type.getName() + " has no constants",
              "Declare at least one constant.")
          .at(component);
    }
    return new ChoiceShape(
        type,
        Collections.unmodifiableMap(constants),
        descriptions.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(descriptions));
  }

  /**
   * Returns an annotation of a constant or a component, read from its field, which works for
   * Kotlin's records too.
   */
  private static <A extends Annotation> @Nullable A annotation(
      Class<?> type, String field, Class<A> annotation) {
    try {
      return type.getDeclaredField(field).getAnnotation(annotation);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("no field " + field + " in " + type.getName(), e);
    }
  }

  private static String key(RecordComponent component) {
    Name given = annotation(component.getDeclaringRecord(), component.getName(), Name.class);
    String key =
        given == null
            ? WORD_START.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT)
            : given.value();
    if (!KEY.matcher(key).matches()) {
      throw TypeRefusal.because(
              "has the key \"" + key + "\", but the API takes only A-Z, a-z, 0-9, _ and -",
              "Give it another with @Name(\"...\").")
          .at(component);
    }
    return key;
  }

  private static void checkKeys(Class<?> type, List<RecordField> fields) {
    Map<String, String> names = new LinkedHashMap<>();
    for (RecordField field : fields) {
      String other = names.put(field.key(), field.name());
      if (other != null) {
        throw refusal(
            type,
            "has the key \"" + field.key() + "\" twice: for " + other + " and " + field.name(),
            "Give one of them another with @Name(\"...\").");
      }
    }
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      if (!constructor.trySetAccessible()) {
        throw refusal(
            type,
            "cannot be constructed from here: its module does not open it",
            "Add \"opens "
                + type.getPackageName()
                + ";\" to the declaration of the module "
                + type.getModule().getName()
                + ".");
      }
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor in " + type.getName(), e);
    }
  }

  private static @Nullable String description(Class<?> type) {
    Description description = type.getAnnotation(Description.class);
    return description == null ? null : description.value();
  }

  private static IllegalArgumentException refusal(Class<?> type, String problem, String wayOut) {
    return new IllegalArgumentException(
        "The record " + type.getName() + " " + problem + ". " + wayOut);
  }
}
