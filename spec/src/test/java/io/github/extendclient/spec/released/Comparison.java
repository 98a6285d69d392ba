package io.github.extendclient.spec.released;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What changed in one API version since its released baseline. */
final class Comparison {

  private final String version;
  private final ChangedOpenApi changes;
  private final TreeSet<String> nowNullable;
  private final TreeSet<String> gone;

  private Comparison(
      String version, ChangedOpenApi changes, TreeSet<String> nowNullable, TreeSet<String> gone) {
    this.version = version;
    this.changes = changes;
    this.nowNullable = nowNullable;
    this.gone = gone;
  }

  static Comparison of(String version, String released, String current) {
    OpenAPI before = parse(released);
    OpenAPI after = parse(current);
    TreeSet<String> nullableBefore = PlainReferences.rewrite(before);
    TreeSet<String> nowNullable = PlainReferences.rewrite(after);
    nowNullable.removeAll(nullableBefore);
    nowNullable.removeIf(property -> !exists(before, property));
    TreeSet<String> gone = names(before);
    gone.removeAll(names(after));
    return new Comparison(
        version, OpenApiCompare.fromSpecifications(before, after), nowNullable, gone);
  }

  /** Properties and enum values: a generated client has a member for each, required or not. */
  private static TreeSet<String> names(OpenAPI api) {
    var names = new TreeSet<String>();
    api.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              Map<?, ?> properties = schema.getProperties();
              List<?> values = schema.getEnum();
              (properties == null ? Map.of() : properties)
                  .keySet()
                  .forEach(property -> names.add(name + "." + property));
              (values == null ? List.of() : values)
                  .forEach(value -> names.add(name + " value " + value));
            });
    return names;
  }

  private static boolean exists(OpenAPI api, String property) {
    String[] parts = property.split("[.\\[{]", 3);
    Schema<?> schema = api.getComponents().getSchemas().get(parts[0]);
    boolean declared = schema != null && schema.getProperties() != null && parts.length > 1;
    return declared && schema.getProperties().containsKey(parts[1]);
  }

  private static OpenAPI parse(String text) {
    return new OpenAPIV3Parser().readContents(text, null, new ParseOptions()).getOpenAPI();
  }

  /** A line for each change that breaks callers, in the form that ACKNOWLEDGED.md takes. */
  List<String> breaking() {
    var lines = new ArrayList<String>();
    changes
        .getMissingEndpoints()
        .forEach(
            e -> lines.add(version + " " + e.getMethod() + " " + e.getPathUrl() + ": removed"));
    for (ChangedOperation operation : changes.getChangedOperations()) {
      if (operation.isIncompatible()) {
        lines.add(
            version
                + " "
                + operation.getHttpMethod()
                + " "
                + operation.getPathUrl()
                + ": incompatible "
                + String.join(", ", parts(operation)));
      }
    }
    gone.forEach(name -> lines.add(version + " " + name + ": removed"));
    nowNullable.forEach(property -> lines.add(version + " " + property + ": may be null now"));
    return lines;
  }

  private static List<String> parts(ChangedOperation operation) {
    var parts = new ArrayList<String>();
    add(parts, "parameters", operation.getParameters());
    add(parts, "request", operation.getRequestBody());
    add(parts, "response", operation.getApiResponses());
    add(parts, "security", operation.getSecurityRequirements());
    return parts;
  }

  private static void add(List<String> parts, String name, Changed part) {
    if (part != null && part.isIncompatible()) {
      parts.add(name);
    }
  }

  /** The breaking changes that {@code acknowledged} does not list. */
  List<String> unacknowledged(String acknowledged) {
    return breaking().stream()
        .filter(
            line ->
                acknowledged
                    .lines()
                    .noneMatch(
                        known -> known.equals("- " + line) || known.startsWith("- " + line + ".")))
        .toList();
  }

  /** A readable report in Markdown. */
  String report() {
    var out = new StringBuilder("# Changes of " + version + " since the released baseline\n\n");
    if (changes.isUnchanged() && breaking().isEmpty()) {
      return out.append("None.\n").toString();
    }
    out.append(breaking().isEmpty() ? "All compatible.\n" : "Some break callers:\n\n");
    breaking().forEach(line -> out.append("- ").append(line).append('\n'));
    var details = new ByteArrayOutputStream();
    new MarkdownRender().render(changes, new OutputStreamWriter(details, StandardCharsets.UTF_8));
    return out.append('\n').append(details.toString(StandardCharsets.UTF_8)).toString();
  }
}
