package io.github.extendclient.evolution;

import io.github.extendclient.runtime.RunPoller;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.runtime.internal.OptionalParameters;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retrofit2.http.Body;

/**
 * Writes the program that uses all of a client: it reads each property of each model into a
 * variable of its type, builds what can be sent, names each constant and member, and calls each
 * operation in all forms.
 */
final class ConsumerSource {
  static final String NAME = "consumer.Consumer";

  private final StringBuilder text = new StringBuilder();
  private final Program client;
  private final String packageName;
  private int variables;

  private ConsumerSource(Program client, String packageName) {
    this.client = client;
    this.packageName = packageName;
  }

  static String of(Program client, String packageName) {
    return new ConsumerSource(client, packageName).write();
  }

  private String write() {
    text.append(
        "package consumer;\n@SuppressWarnings(\"deprecation\")\npublic final class Consumer {\n");
    text.append("  private static boolean never() { return System.nanoTime() == 0; }\n");
    List<Class<?>> models = client.models(packageName);
    Set<Class<?>> sent = sent(models);
    models.forEach(model -> read(model, sent.contains(model)));
    client.interfaces().forEach(this::call);
    return text.append("}\n").toString();
  }

  /** The models that a request can hold: others are only read. */
  private Set<Class<?>> sent(List<Class<?>> models) {
    Deque<Class<?>> open = new ArrayDeque<>();
    for (Class<?> api : client.interfaces()) {
      for (Method method : api.getMethods()) {
        for (Parameter parameter : method.getParameters()) {
          if (parameter.isAnnotationPresent(Body.class)) {
            open.add(parameter.getType());
          }
        }
      }
    }
    Set<Class<?>> sent = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (sent.add(type)) {
        models.stream().filter(model -> isWithin(model, type)).forEach(open::add);
      }
    }
    return sent;
  }

  private static boolean isWithin(Class<?> model, Class<?> type) {
    return (type.isInterface() && type.isAssignableFrom(model))
        || Arrays.stream(type.getMethods())
            .map(method -> method.getGenericReturnType().getTypeName())
            .anyMatch(name -> List.of(name.split("[<>, ]+")).contains(model.getName()));
  }

  private void read(Class<?> model, boolean isSent) {
    text.append("  public static void read").append(model.getSimpleName());
    text.append("(String json) {\n");
    constants(model);
    if (has(model, "fromJson", String.class)) {
      text.append("    ").append(name(model)).append(" value = ");
      text.append(name(model)).append(".fromJson(json);\n");
      if (model.isSealed()) {
        for (Class<?> member : model.getPermittedSubclasses()) {
          if (!Modifier.isPublic(member.getModifiers())) {
            continue;
          }
          text.append("    boolean v").append(variables++).append(" = value instanceof ");
          text.append(name(member)).append(";\n");
        }
      }
      List<Method> getters = getters(model);
      getters.forEach(
          getter -> declare(getter.getGenericReturnType(), "value." + getter.getName() + "()"));
      if (isSent && has(model, "builder")) {
        build(model, getters);
      }
    }
    text.append("  }\n");
  }

  private void constants(Class<?> model) {
    Arrays.stream(model.getFields())
        .filter(field -> field.getType() == model)
        .map(field -> field.getName())
        .sorted()
        .forEach(name -> declare(model, name(model) + "." + name));
  }

  private void build(Class<?> model, List<Method> getters) {
    text.append("    ").append(name(model)).append(" made = ").append(name(model));
    text.append(".builder()");
    for (Method setter : sorted(load(model, "Builder").getDeclaredMethods())) {
      getters.stream()
          .filter(getter -> getter.getName().equalsIgnoreCase("get" + setter.getName()))
          .filter(getter -> setter.getParameterCount() == 1)
          .filter(
              getter -> getter.getGenericReturnType().equals(setter.getGenericParameterTypes()[0]))
          .filter(getter -> Modifier.isPublic(setter.getModifiers()) && !setter.isBridge())
          .findFirst()
          .ifPresent(
              getter ->
                  text.append(
                      "\n        .%s(value.%s())".formatted(setter.getName(), getter.getName())));
    }
    text.append("\n        .build();\n");
    text.append(
        "    if (!made.equals(made.toBuilder().build())) throw new AssertionError(made);\n");
  }

  private void call(Class<?> api) {
    text.append("  public static void call").append(api.getSimpleName());
    text.append("(").append(name(api)).append(" api) {\n");
    for (Method method : sorted(api.getMethods())) {
      boolean runs = Arrays.stream(method.getParameterTypes()).allMatch(this::canBeMade);
      String call =
          "api."
              + method.getName()
              + Arrays.stream(method.getParameters())
                  .map(this::argument)
                  .collect(Collectors.joining(", ", "(", ")"));
      text.append("    if (").append(runs ? "!" : "").append("never()) {\n");
      declare(method.getGenericReturnType(), call);
      text.append("    }\n");
    }
    text.append("  }\n");
  }

  private boolean canBeMade(Class<?> type) {
    return type == String.class
        || type == Upload.class
        || OptionalParameters.class.isAssignableFrom(type)
        || has(type, "fromJson", String.class);
  }

  private String argument(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == String.class) {
      return "\"id_1\"";
    } else if (type == Upload.class) {
      return name(Upload.class) + ".of(\"a.txt\", new byte[] {1})";
    } else if (OptionalParameters.class.isAssignableFrom(type)) {
      return name(type) + ".builder()" + setters(load(type, "Builder")) + ".build()";
    } else if (has(type, "fromJson", String.class)) {
      return name(type) + ".fromJson(\"{}\")";
    } else if (type == RunPoller.class || !type.isPrimitive()) {
      return "(" + spelled(parameter.getParameterizedType()) + ") null";
    }
    return "0";
  }

  private static String setters(Class<?> builder) {
    return Stream.of(sorted(builder.getDeclaredMethods()))
        .flatMap(List::stream)
        .filter(setter -> Modifier.isPublic(setter.getModifiers()) && !setter.isBridge())
        .filter(setter -> setter.getParameterCount() == 1 && !setter.getName().equals("build"))
        .map(
            setter ->
                ".%s((%s) null)"
                    .formatted(setter.getName(), spelled(setter.getGenericParameterTypes()[0])))
        .collect(Collectors.joining());
  }

  private void declare(Type type, String expression) {
    text.append("    ");
    if (type != void.class) {
      text.append(spelled(type)).append(" v").append(variables++).append(" = ");
    }
    text.append(expression).append(";\n");
  }

  private static List<Method> getters(Class<?> model) {
    return sorted(model.getMethods()).stream()
        .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .toList();
  }

  private static List<Method> sorted(Method[] methods) {
    return Arrays.stream(methods)
        .filter(method -> !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
        .toList();
  }

  private static boolean has(Class<?> type, String method, Class<?>... parameters) {
    try {
      return Modifier.isStatic(type.getMethod(method, parameters).getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Class<?> load(Class<?> outer, String inner) {
    return Arrays.stream(outer.getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals(inner))
        .findFirst()
        .orElseThrow();
  }

  private static String name(Class<?> type) {
    return type.getCanonicalName();
  }

  private static String spelled(Type type) {
    return type.getTypeName().replace('$', '.');
  }
}
