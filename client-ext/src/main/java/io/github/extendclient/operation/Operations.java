package io.github.extendclient.operation;

import io.github.extendclient.internal.catalog.ApiMethod;
import io.github.extendclient.internal.catalog.CallForm;
import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.catalog.Parameters;
import io.github.extendclient.version.ApiVersions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * All operations of both API versions, by name. For programs whose users choose the operation;
 * otherwise, call the typed method.
 *
 * <pre>{@code
 * for (NamedOperation operation : extend.operations().all()) {
 *   System.out.println(operation);
 * }
 * }</pre>
 */
public final class Operations {
  private final List<NamedOperation> all;

  private Operations(List<NamedOperation> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Returns the operations of all API versions, for code that receives the operations but not the
   * client; otherwise call the client's {@code operations()}.
   *
   * @param apis the operations, such as a client
   * @return never null
   */
  public static Operations over(ApiVersions apis) {
    List<NamedOperation> found = new ArrayList<>();
    for (Object version : Catalog.versionsOf(apis)) {
      List<NamedOperation> operations = new ArrayList<>();
      for (Method accessor : Catalog.accessorsOf(version.getClass())) {
        add(version, accessor, operations);
      }
      operations.sort(Comparator.comparing(NamedOperation::id));
      found.addAll(operations);
    }
    return new Operations(found);
  }

  /**
   * Returns all operations.
   *
   * @return an unmodifiable list by version, in order of preference, then by ID
   */
  public List<NamedOperation> all() {
    return all;
  }

  /**
   * Finds an operation by name.
   *
   * @param name the ID, such as {@code parseRuns_create}, ignoring case; optionally with {@code @}
   *     and an API version appended, by default the first version with the operation
   * @return never null
   * @throws IllegalArgumentException if there is no such operation; the message names similar ones
   */
  public NamedOperation get(String name) {
    String[] parts = name.split("@", 2);
    return all.stream()
        .filter(operation -> operation.id().equalsIgnoreCase(parts[0]))
        .filter(operation -> parts.length == 1 || operation.apiVersion().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name, parts[0])));
  }

  private String unknown(String name, String id) {
    String word = id.replaceAll("_.*", "").toLowerCase(Locale.ROOT);
    List<String> similar =
        all.stream()
            .filter(operation -> operation.id().toLowerCase(Locale.ROOT).contains(word))
            .map(operation -> operation.id() + "@" + operation.apiVersion())
            .limit(8)
            .toList();
    return "There is no operation \""
        + name
        + "\""
        + (similar.isEmpty() || word.isEmpty()
            ? "."
            : ": similar are " + String.join(", ", similar) + ".");
  }

  private static void add(Object version, Method accessor, List<NamedOperation> operations) {
    Class<?> api = accessor.getReturnType();
    String apiVersion = String.valueOf(Catalog.versionOf(api));
    for (ApiMethod method : Catalog.methodsOf(api)) {
      String id = method.operation().id();
      if (method.isBlocking() && operations.stream().noneMatch(known -> known.id().equals(id))) {
        operations.add(
            new NamedOperation(
                apiVersion,
                method,
                CallForm.of(api, method),
                () -> Parameters.call(accessor, version)));
      }
    }
  }
}
