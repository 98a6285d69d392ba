package io.github.extendclient.surface;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line for a class and one for each member that others can use, in a notation of its own: a
 * question mark stands for {@link Nullable}, packages are left out.
 */
final class ApiText {
  private ApiText() {}

  static List<String> lines(Class<?> type) {
    List<String> lines = new ArrayList<>();
    lines.add(type.getName() + " " + header(type));
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields()).filter(ApiText::isVisible).map(ApiText::field);
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(ApiText::isVisible)
            .map(constructor -> modifiers(constructor) + "new" + parameters(constructor));
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(ApiText::isVisible)
            .filter(method -> !isInherited(method))
            .map(ApiText::method);
    Stream.of(parents(type), fields, constructors, methods)
        .flatMap(members -> members.sorted())
        .forEach(member -> lines.add("  " + member));
    return lines;
  }

  private static String header(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "annotation"
            : type.isInterface() ? "interface" : type.isRecord() ? "record" : "class";
    String modifiers =
        (type.isSealed() ? "sealed " : "")
            + (Modifier.isFinal(type.getModifiers()) && !type.isRecord() ? "final " : "")
            + (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() ? "abstract " : "");
    return modifiers + kind + variables(type);
  }

  private static Stream<String> parents(Class<?> type) {
    List<AnnotatedType> above = new ArrayList<>(Arrays.asList(type.getAnnotatedInterfaces()));
    AnnotatedType superclass = superclass(type);
    if (superclass != null && superclass.getType() != Object.class && !type.isRecord()) {
      above.add(0, superclass);
    }
    return above.stream().map(parent -> "is " + text(parent));
  }

  /** The nearest accessible superclass. */
  private static @Nullable AnnotatedType superclass(Class<?> type) {
    Class<?> below = type;
    Class<?> above = type.getSuperclass();
    while (above != null && above.getPackageName().endsWith(".internal")) {
      below = above;
      above = above.getSuperclass();
    }
    return below.getAnnotatedSuperclass();
  }

  private static String variables(Class<?> type) {
    return type.getTypeParameters().length == 0
        ? ""
        : Arrays.stream(type.getTypeParameters())
            .map(Type::getTypeName)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String field(Field field) {
    return modifiers(field) + field.getName() + ": " + text(field.getAnnotatedType());
  }

  private static String method(Method method) {
    return modifiers(method)
        + (isOptional(method) ? "default " : "")
        + method.getName()
        + parameters(method)
        + ": "
        + text(method.getAnnotatedReturnType());
  }

  /** Only Retrofit implements these interfaces, so this breaks no other class. */
  private static boolean isOptional(Method method) {
    return method.isDefault() && !isOperations(method.getDeclaringClass());
  }

  /** By name: the modules that use this class need not have the annotation. */
  private static boolean isOperations(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(annotation -> annotation.annotationType().getName())
        .anyMatch("io.github.extendclient.runtime.ApiVersion"::equals);
  }

  private static String modifiers(Member member) {
    int modifiers = member.getModifiers();
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isStatic(modifiers) ? "static " : "");
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getParameters())
        .map(parameter -> parameter.getName() + ": " + text(parameter.getAnnotatedType()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(AnnotatedType type) {
    return name(type) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
  }

  private static String name(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      return Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
          .map(ApiText::text)
          .collect(Collectors.joining(", ", simple(raw) + "<", ">"));
    }
    if (type instanceof AnnotatedArrayType array) {
      return text(array.getAnnotatedGenericComponentType()) + "[]";
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      return lower.length > 0
          ? "in " + text(lower[0])
          : "out " + text(wildcard.getAnnotatedUpperBounds()[0]);
    }
    if (type instanceof AnnotatedTypeVariable || type.getType() instanceof GenericArrayType) {
      return type.getType().getTypeName();
    }
    return simple((Class<?>) type.getType());
  }

  private static String simple(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : simple(outer) + "." + type.getSimpleName();
  }

  private static boolean isVisible(Member member) {
    return (Modifier.isPublic(member.getModifiers())
            || (Modifier.isProtected(member.getModifiers())
                && !Modifier.isFinal(member.getDeclaringClass().getModifiers())))
        && !member.isSynthetic();
  }

  private static boolean isInherited(Method method) {
    return switch (method.getName()) {
      case "equals" -> method.getReturnType() == boolean.class;
      case "hashCode" -> method.getReturnType() == int.class;
      case "toString" -> method.getReturnType() == String.class;
      default -> false;
    };
  }

  static boolean isVisible(Class<?> type) {
    Class<?> at = type;
    while (at != null) {
      if (!Modifier.isPublic(at.getModifiers()) || at.isSynthetic() || at.isAnonymousClass()) {
        return false;
      }
      at = at.getEnclosingClass();
    }
    return true;
  }
}
