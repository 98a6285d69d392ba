package io.github.extendclient.spec.lint;

import io.github.extendclient.spec.lint.SpecSource.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules on the names of schemas, which become names of classes in every client. */
final class NameRules {

  /** A kind of bad name, and how to name the schema instead. */
  private static final Map<Pattern, String> BAD = new LinkedHashMap<>();

  static {
    BAD.put(Pattern.compile(".*Enum"), "name what the values say, such as `RunStatus`");
    BAD.put(
        Pattern.compile(".*?([A-Z][a-z]+)\\1(?![a-z]).*"), "say each word once: the type is named");
    BAD.put(
        Pattern.compile("(?!EvaluationSetItem).*Items?(?![a-z]).*"),
        "name what the element is, such as `PageRange`");
    BAD.put(
        Pattern.compile(".*(Create|Update|List|Retrieve|Batch|Generate)(Request|Response)[A-Z].*"),
        "name what the part is, not the way to it");
    BAD.put(
        Pattern.compile(".*s(Create|Update|List|Retrieve|Delete|Generate).*(Request|Response)"),
        "write the resource in the singular, such as `ParseRunCreateRequest`");
    BAD.put(Pattern.compile(".*(Ref|Dir)"), "write the word in full");
  }

  private NameRules() {}

  static List<Rule> rules() {
    return List.of(new Rule("schema names are what a person would type", NameRules::names));
  }

  private static List<Finding> names(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Schema schema : source.schemas()) {
      if (!schema.named()) {
        continue;
      }
      BAD.entrySet().stream()
          .filter(bad -> bad.getKey().matcher(schema.name()).matches())
          .findFirst()
          .ifPresent(
              bad ->
                  findings.add(
                      new Finding(
                          schema.file(),
                          schema.pointer(),
                          "`"
                              + schema.name()
                              + "` is made of a path, or repeats or shortens a word",
                          bad.getValue())));
    }
    return findings;
  }
}
