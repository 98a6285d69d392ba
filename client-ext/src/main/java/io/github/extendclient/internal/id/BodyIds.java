package io.github.extendclient.internal.id;

import io.github.extendclient.internal.catalog.IdParameter;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.Model;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the IDs in request bodies. Inspects each class once, and keeps only the properties that are
 * IDs or may contain one; other properties are never read.
 */
final class BodyIds {
  private static final int PLACES_SHOWN = 3;

  private final Map<Class<?>, List<Property>> properties = new ConcurrentHashMap<>();

  /** Returns whether a body of a type can contain an ID. */
  boolean mayBeIn(Type type) {
    return leadsToIds(type, new HashSet<>());
  }

  /**
   * Checks every ID of a body.
   *
   * @throws IdRejection if an ID is rejected, with the path of its property
   */
  void check(Object body, IdCheck check) {
    walk(body, null, null, (place, prefixes, id) -> check.checkInBody(place, prefixes, id, body));
  }

  /** Returns the properties of a body type that take IDs with a prefix, shallowest first. */
  List<String> placesFor(Class<?> body, String prefix) {
    List<String> places = new ArrayList<>();
    Set<Type> seen = new HashSet<>();
    Deque<TypeAt> ahead = new ArrayDeque<>(List.of(new TypeAt(body, "")));
    while (!ahead.isEmpty() && places.size() < PLACES_SHOWN) {
      TypeAt next = ahead.remove();
      if (!seen.add(next.type())) {
        continue;
      }
      for (Type part : partsOf(next.type())) {
        ahead.add(new TypeAt(part, next.path()));
      }
      for (Property property : next.type() instanceof Class<?> model ? of(model) : noProperties()) {
        String path = next.path().isEmpty() ? property.name() : next.path() + "." + property.name();
        if (property.prefixes() != null && property.prefixes().contains(prefix)) {
          places.add(path);
        }
        ahead.add(new TypeAt(property.getter().getGenericReturnType(), path));
      }
    }
    return places.stream().distinct().limit(PLACES_SHOWN).toList();
  }

  private void walk(
      @Nullable Object value,
      @Nullable List<String> prefixes,
      @Nullable Place place,
      Visitor visitor) {
    if (value instanceof String text) {
      if (prefixes != null && place != null) {
        visitor.found(place, prefixes, text);
      }
    } else if (value instanceof List<?> elements) {
      int index = 0;
      for (Object element : elements) {
        walk(element, prefixes, new Place(place, "[" + index++ + "]"), visitor);
      }
    } else if (value instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, element) -> walk(element, prefixes, new Place(place, "." + key), visitor));
    } else if (value instanceof Model) {
      for (Property property : of(value.getClass())) {
        walk(
            property.valueIn(value),
            property.prefixes(),
            new Place(place, (place == null ? "" : ".") + property.name()),
            visitor);
      }
    }
  }

  private List<Property> of(Class<?> model) {
    List<Property> known = properties.get(model);
    if (known == null) {
      known = Model.class.isAssignableFrom(model) ? read(model) : noProperties();
      properties.put(model, known);
    }
    return known;
  }

  private static List<Property> noProperties() {
    return List.of();
  }

  private static List<Property> read(Class<?> model) {
    List<Property> found = new ArrayList<>();
    for (Method getter : gettersOf(model)) {
      List<String> prefixes = IdParameter.prefixesOf(getter);
      if (prefixes != null || leadsToIds(getter.getGenericReturnType(), new HashSet<>())) {
        found.add(Property.of(getter, prefixes));
      }
    }
    return List.copyOf(found);
  }

  private static boolean leadsToIds(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    for (Type part : partsOf(type)) {
      if (leadsToIds(part, seen)) {
        return true;
      }
    }
    if (type instanceof Class<?> model && Model.class.isAssignableFrom(model)) {
      for (Method getter : gettersOf(model)) {
        if (IdParameter.prefixesOf(getter) != null
            || leadsToIds(getter.getGenericReturnType(), seen)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the element types of a list or map, or the members of a union. */
  private static List<Type> partsOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      return List.of(generic.getActualTypeArguments());
    }
    if (type instanceof Class<?> union && union.isSealed()) {
      return List.of(union.getPermittedSubclasses());
    }
    return List.of();
  }

  private static List<Method> gettersOf(Class<?> model) {
    return Arrays.stream(model.getDeclaredMethods())
        .filter(
            method ->
                method.getName().startsWith("get")
                    && method.getName().length() > 3
                    && method.getParameterCount() == 0
                    && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private record TypeAt(Type type, String path) {}

  /** A path in a body; its text is made on demand. */
  record Place(@Nullable Place parent, String step) {
    @Override
    public String toString() {
      return parent == null ? step : parent + step;
    }
  }

  private interface Visitor {
    void found(Place place, List<String> prefixes, String id);
  }

  /** A property that takes an ID, or may contain one: then without prefixes. */
  private record Property(String name, Method getter, @Nullable List<String> prefixes) {
    static Property of(Method getter, @Nullable List<String> prefixes) {
      String upper = getter.getName().substring("get".length());
      String name = Character.toLowerCase(upper.charAt(0)) + upper.substring(1);
      return new Property(name, getter, prefixes);
    }

    @Nullable Object valueIn(Object model) {
      try {
        return getter.invoke(model);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof MissingPropertyException) {
          // Not checked: the server reports missing properties, and may require fewer in future.
          return null;
        }
        throw new IllegalStateException(getter + " failed.", e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(getter + " is not accessible.", e);
      }
    }
  }
}
