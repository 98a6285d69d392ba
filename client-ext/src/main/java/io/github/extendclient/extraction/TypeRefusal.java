package io.github.extendclient.extraction;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Why a component is rejected, and what to declare instead.
 *
 * @param problem the end of a sentence about the component
 * @param wayOut a sentence
 */
record TypeRefusal(String problem, String wayOut) {
  private static final Map<Class<?>, String> INSTEAD =
      Map.ofEntries(
          Map.entry(int.class, "Integer"),
          Map.entry(long.class, "Long"),
          Map.entry(double.class, "Double"),
          Map.entry(boolean.class, "Boolean"),
          Map.entry(float.class, "Double"),
          Map.entry(short.class, "Integer"),
          Map.entry(byte.class, "Integer"),
          Map.entry(char.class, "String"),
          Map.entry(Float.class, "Double or BigDecimal"),
          Map.entry(Short.class, "Integer"),
          Map.entry(Byte.class, "Integer"),
          Map.entry(Character.class, "String"),
          Map.entry(BigInteger.class, "Long or BigDecimal"),
          Map.entry(Number.class, "Long, Double or BigDecimal"));

  static TypeRefusal because(String problem, String wayOut) {
    return new TypeRefusal(problem, wayOut);
  }

  static TypeRefusal ofComponent(Type type) {
    Class<?> raw = raw(type);
    if (raw.isPrimitive()) {
      return because(
          "is of the type " + raw + ", which has no null for what was not found",
          "Declare it as " + INSTEAD.get(raw) + ".");
    }
    if (raw == List.class) {
      return because(
          "is a List without the type of its items", "Declare it as List<String>, for example.");
    }
    if (List.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
        .contains(raw)) {
      return because(
          "is of the type " + type.getTypeName(),
          "Declare the type without it: a component is null when nothing was found.");
    }
    if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
      return because("is of the type " + type.getTypeName(), "Declare it as List.");
    }
    return other("is of the type ", type);
  }

  static TypeRefusal ofItems(Type type) {
    Class<?> raw = raw(type);
    String items = "is a List of the type ";
    if (raw.isEnum()) {
      return because(
          items + type.getTypeName() + ", but a choice cannot be repeated",
          "Declare it as List<String> and name the choices in its @Description, or as a List of a"
              + " record that has the choice as a component.");
    }
    if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
      return because(
          items + type.getTypeName() + ", but a list cannot hold lists",
          "Declare a record with a List as its component, and this as a List of that record.");
    }
    return other(items, type);
  }

  private static TypeRefusal other(String start, Type type) {
    Class<?> raw = raw(type);
    String problem = start + type.getTypeName();
    if (INSTEAD.containsKey(raw)) {
      String instead = INSTEAD.get(raw);
      return because(problem, "Declare " + instead + ".");
    }
    if (raw.isRecord()) {
      return because(
          problem + ", a generic record",
          "Declare a record of its own with the types of its components.");
    }
    if (Map.class.isAssignableFrom(raw)) {
      return because(
          problem + ", but a schema names each value",
          "Declare a record with a component for each value, or a List of a record with a key and"
              + " a value.");
    }
    if (Temporal.class.isAssignableFrom(raw) || Date.class.isAssignableFrom(raw)) {
      return because(
          problem + ", but the API knows days only",
          "Declare LocalDate, or String to take the text with the time.");
    }
    return because(
        problem + ", which has no place in a schema",
        "Declare String, Integer, Long, Double, BigDecimal, Boolean, LocalDate, CurrencyAmount,"
            + " Signature, a record, an enum, or a List of anything of these but an enum.");
  }

  IllegalArgumentException at(RecordComponent component) {
    return new IllegalArgumentException(
        "The component "
            + component.getName()
            + " of the record "
            + component.getDeclaringRecord().getName()
            + " "
            + problem
            + ". "
            + wayOut);
  }

  /** Returns the raw class of a type; Object for wildcards, generic arrays and the like. */
  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
  }
}
