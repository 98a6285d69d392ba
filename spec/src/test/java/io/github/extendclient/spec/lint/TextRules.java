package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules on texts, which end up in Javadoc, and on the layout of the files. */
final class TextRules {

  private static final Pattern UNSAFE = Pattern.compile("(?s).*(\\*/|\\{@|[<>&]|(?m)^@).*");
  private static final Pattern ANCHOR = Pattern.compile("(?m)^[^'\"]*: [&*][A-Za-z].*$");
  private static final Pattern METHOD_AND_PATH =
      Pattern.compile("\\b(GET|PUT|POST|DELETE|PATCH)\\s+/[^\\s`]*");
  private static final Pattern MARK = Pattern.compile("\\{operation:([^}]*)}");
  private static final Pattern ENCODED = Pattern.compile("(?i)(percent|URL).encoded");
  private static final Pattern OTHER_WORDS =
      Pattern.compile("(?i)\\b(answer(s|ed)?|presigned|signed address|former|older API)\\b");
  private static final int LONGEST_FILE = 2000;

  private TextRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("texts are safe in Javadoc", TextRules::safe),
        new Rule("nothing is left to write", TextRules::finished),
        new Rule("a text names an operation by a mark", TextRules::operations),
        new Rule("a mark names an operation", TextRules::marks),
        new Rule("a token is sent as it was received", TextRules::encoding),
        new Rule("one thing has one word", TextRules::words),
        new Rule("the root document is an index", TextRules::index),
        new Rule("files are short and plain", TextRules::files));
  }

  private static List<Finding> safe(SpecSource source) {
    var findings = new ArrayList<Finding>();
    texts(
        source,
        (file, pointer, text) -> {
          if (UNSAFE.matcher(text).matches()) {
            findings.add(
                new Finding(
                    file,
                    pointer,
                    "the text holds `*/`, `{@`, `<`, `>`, `&` or a line that starts with `@`",
                    "say it in words"));
          }
        });
    return findings;
  }

  private static List<Finding> finished(SpecSource source) {
    var findings = new ArrayList<Finding>();
    texts(
        source,
        (file, pointer, text) -> {
          if (text.isBlank() || text.contains("TODO") || text.contains("FIXME")) {
            findings.add(new Finding(file, pointer, "the text is not written", "write it"));
          }
        });
    return findings;
  }

  private static List<Finding> operations(SpecSource source) {
    return texts(
        source,
        METHOD_AND_PATH,
        "is HTTP, which readers of a client in another language do not see",
        "write a mark such as {operation:parseRuns_retrieve}");
  }

  private static List<Finding> encoding(SpecSource source) {
    return texts(
        source,
        ENCODED,
        "is wrong in a client, which encodes what it sends",
        "say that the value is sent as it was received");
  }

  private static List<Finding> words(SpecSource source) {
    return texts(
        source,
        OTHER_WORDS,
        "is another word for a thing that has one",
        "write response, signed URL, previous API version");
  }

  private static List<Finding> texts(
      SpecSource source, Pattern pattern, String problem, String fix) {
    var findings = new ArrayList<Finding>();
    texts(
        source,
        (file, pointer, text) ->
            pattern
                .matcher(text)
                .results()
                .forEach(
                    match ->
                        findings.add(
                            new Finding(
                                file, pointer, "`" + match.group() + "` " + problem, fix))));
    return findings;
  }

  private static List<Finding> marks(SpecSource source) {
    Set<String> ids =
        source.operations().stream()
            .map(operation -> operation.node().path("operationId").asText())
            .collect(Collectors.toSet());
    var findings = new ArrayList<Finding>();
    texts(
        source,
        (file, pointer, text) ->
            MARK.matcher(text)
                .results()
                .filter(mark -> !ids.contains(mark.group(1)))
                .forEach(
                    mark ->
                        findings.add(
                            new Finding(
                                file,
                                pointer,
                                "`" + mark.group() + "` names no operation",
                                "write an operation ID"))));
    return findings;
  }

  private static List<Finding> index(SpecSource source) {
    var findings = new ArrayList<Finding>();
    JsonNode root = source.trees().get("openapi.yaml");
    if (root == null) {
      return findings;
    }
    for (String section : List.of("/paths", "/components/schemas")) {
      root.at(section)
          .properties()
          .forEach(
              e -> {
                if (!e.getValue().has("$ref")) {
                  findings.add(
                      new Finding(
                          "openapi.yaml",
                          section + "/" + SpecSource.escape(e.getKey()),
                          "the definition stands in the index",
                          "move it to the file of its resource and refer to it"));
                }
              });
    }
    return findings;
  }

  private static List<Finding> files(SpecSource source) {
    var findings = new ArrayList<Finding>();
    source
        .texts()
        .forEach(
            (file, text) -> {
              long lines = text.lines().count();
              if (lines > LONGEST_FILE) {
                findings.add(
                    new Finding(file, "", lines + " lines are too long a file", "divide it"));
              }
              if (text.contains("\r") || text.contains("\t") || text.startsWith("{")) {
                findings.add(
                    new Finding(
                        file, "", "there is a tab, a carriage return or JSON", "write plain YAML"));
              }
              if (ANCHOR.matcher(text).find()) {
                findings.add(new Finding(file, "", "there is an anchor or alias", "write it out"));
              }
            });
    return findings;
  }

  private interface Visitor {
    void visit(String file, String pointer, String text);
  }

  private static final Set<String> TEXTS = Set.of("description", "summary", "title");

  private static void texts(SpecSource source, Visitor visitor) {
    source.trees().forEach((file, tree) -> texts(file, "", tree, visitor));
  }

  private static void texts(String file, String pointer, JsonNode at, Visitor visitor) {
    at.properties()
        .forEach(
            e -> {
              String below = pointer + "/" + SpecSource.escape(e.getKey());
              if (TEXTS.contains(e.getKey()) && e.getValue().isTextual()) {
                visitor.visit(file, below, e.getValue().asText());
              } else if (e.getKey().equals("x-enum-descriptions")) {
                e.getValue().forEach(text -> visitor.visit(file, below, text.asText()));
              } else if (!e.getKey().equals("example") && !e.getKey().equals("value")) {
                texts(file, below, e.getValue(), visitor);
              } else if (!pointer.contains("/examples/") && e.getValue().isObject()) {
                texts(file, below, e.getValue(), visitor);
              }
            });
    for (int i = 0; at.isArray() && i < at.size(); i++) {
      texts(file, pointer + "/" + i, at.get(i), visitor);
    }
  }
}
