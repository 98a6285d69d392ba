package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks, before generation, that a document can be generated faithfully. Reads the original files
 * of the document, so that each fault is reported with file and line.
 */
final class Refusals {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final SpecNode document;
  private final JavaNames names;
  private final Faults faults = new Faults();
  private final SchemaRefusals schemas;
  private final OperationRefusals operations;

  private Refusals(SpecNode document, JavaNames names) {
    this.document = document;
    this.names = names;
    this.schemas = new SchemaRefusals(names, faults);
    this.operations = new OperationRefusals(schemas, faults);
  }

  /**
   * Checks a document.
   *
   * @param file its first file
   * @param names the names of the generated code
   * @throws Refusal if there are faults, naming all of them
   */
  static void check(SpecFile file, JavaNames names) {
    Refusals refusals = new Refusals(file.root(), names);
    refusals.findAll();
    refusals.faults.refuse();
  }

  private void findAll() {
    SpecNode version = document.get("openapi");
    if (version == null || !version.text().startsWith("3.0.")) {
      SpecNode swagger = document.get("swagger");
      SpecNode at = version == null ? swagger == null ? document : swagger : version;
      String found = at == document ? "no version" : "version " + at.text();
      faults.add(at, found + " is not generated faithfully: write the document in OpenAPI 3.0.3.");
      return;
    }
    if (!document.has("paths")) {
      faults.add(document, "there are no paths: describe an operation.");
    }
    Map<String, SpecNode> ids = new HashMap<>();
    Map<String, PollRefusals.Method> methods = new LinkedHashMap<>();
    document
        .entries("paths")
        .forEach(
            (path, entry) -> {
              SpecNode item = faults.resolved(entry);
              if (item != null) {
                checkPath(item, ids, methods);
              }
            });
    new PollRefusals(methods, faults).check();
    checkSchemaNames();
  }

  private void checkPath(
      SpecNode item, Map<String, SpecNode> ids, Map<String, PollRefusals.Method> methods) {
    if (item.has("servers")) {
      faults.add(
          item.get("servers"),
          "a client sends all its requests to one server: leave the servers of the path out.");
    }
    item.entries()
        .forEach(
            (method, operation) -> {
              if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
                operations.check(method, operation, item);
                checkName(new PollRefusals.Method(operation, item), ids, methods);
              }
            });
  }

  private void checkName(
      PollRefusals.Method checked,
      Map<String, SpecNode> ids,
      Map<String, PollRefusals.Method> methods) {
    SpecNode operation = checked.operation();
    String id = operation.text("operationId");
    if (id.isEmpty()) {
      faults.add(
          operation, "the operation has no operationId, from which its method is named: add one.");
      return;
    }
    SpecNode other = ids.put(id, operation);
    if (other != null) {
      faults.add(operation, "it has the same operationId as " + other.pointer() + ": rename one.");
      return;
    }
    List<SpecNode> tags = operation.items("tags");
    String tag = tags.isEmpty() ? "default" : tags.get(0).text();
    String stated = operation.text("x-extend-method");
    String method = names.api(tag) + "." + names.method(id, stated);
    PollRefusals.Method same = methods.put(method, checked);
    if (same != null) {
      faults.add(
          operation,
          "it has the same method in Java as "
              + same.operation().pointer()
              + ", "
              + method
              + ": name one of them with x-extend-method.");
    }
  }

  private void checkSchemaNames() {
    SpecNode components = document.get("components");
    if (components == null) {
      return;
    }
    Map<String, String> taken = new HashMap<>();
    components
        .entries("schemas")
        .forEach(
            (name, schema) -> {
              String other = taken.put(names.model(name), name);
              if (other != null) {
                faults.add(
                    schema, "it has the same name in Java as " + other + ": rename one of them.");
              }
              schemas.check(schema);
            });
  }

  /** The faults so far, each with its location. */
  static final class Faults {
    private final List<String> faults = new ArrayList<>();

    void add(SpecNode at, String fault) {
      String line = at + ": " + fault;
      if (!faults.contains(line)) {
        faults.add(line);
      }
    }

    /** Returns the target of a reference; adds a fault and returns null if it does not exist. */
    @Nullable SpecNode resolved(SpecNode node) {
      SpecNode resolved = node.resolved();
      if (resolved == null) {
        add(
            node,
            "there is nothing at "
                + node.text("$ref")
                + ": correct the reference; it may lead into a file beside this one, but not to a"
                + " server.");
      }
      return resolved;
    }

    void refuse() {
      if (!faults.isEmpty()) {
        throw new Refusal(faults);
      }
    }
  }
}
