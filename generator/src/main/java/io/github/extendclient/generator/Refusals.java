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
  private final NameRefusals nameRefusals;

  private Refusals(SpecNode document, JavaNames names) {
    this.document = document;
    this.names = names;
    this.nameRefusals = new NameRefusals(faults);
    this.schemas = new SchemaRefusals(names, nameRefusals, faults);
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
    new DocumentShape(faults).check(document);
    new ExtensionRefusals(faults).check(document);
    // What follows reads what has the right form.
    faults.refuse();
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
              if (item != null && !path.startsWith("x-")) {
                checkPath(path, item, ids, methods);
              }
            });
    new PollRefusals(methods, faults).check();
    checkSchemaNames();
  }

  private void checkPath(
      String path,
      SpecNode item,
      Map<String, SpecNode> ids,
      Map<String, PollRefusals.Method> methods) {
    if (item.has("servers")) {
      faults.add(
          item.get("servers"),
          "a client sends all its requests to one server: leave the servers of the path out.");
    }
    item.entries()
        .forEach(
            (method, operation) -> {
              if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
                operations.check(path, method, operation, item);
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
    if (tags.isEmpty() || tags.get(0).text().isEmpty()) {
      faults.add(
          operation, "the operation has no tag, from which its interface is named: add one.");
      return;
    }
    String api = names.api(tags.get(0).text());
    nameRefusals.checkTag(tags.get(0), api);
    String method = names.method(id, operation.text("x-extend-method"));
    nameRefusals.checkMethod(operation, api, method);
    PollRefusals.Method same = methods.put(api + "." + method, checked);
    if (same != null) {
      faults.add(
          operation,
          "it has the same method in Java as "
              + same.operation().pointer()
              + ", "
              + api
              + "."
              + method
              + ": name one of them with x-extend-method.");
    }
  }

  private void checkSchemaNames() {
    SpecNode components = document.get("components");
    if (components == null) {
      return;
    }
    components
        .entries("schemas")
        .forEach(
            (name, schema) -> {
              SpecNode target = faults.resolved(schema);
              if (target != null) {
                nameRefusals.checkModel(target, name, names.model(name));
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
        addMissing(node, node.text("$ref"));
      }
      return resolved;
    }

    /** Adds the fault of a reference that leads nowhere. */
    void addMissing(SpecNode node, String reference) {
      add(
          node,
          "there is nothing at "
              + reference
              + ": correct the reference; it may lead into a file beside this one, but not to a"
              + " server.");
    }

    void refuse() {
      if (!faults.isEmpty()) {
        throw new Refusal(faults);
      }
    }
  }
}
