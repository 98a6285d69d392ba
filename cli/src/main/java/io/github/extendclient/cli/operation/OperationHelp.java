package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.PrettyJson;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.runtime.JsonValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The help of one operation: what it does, its parameters, its body, and an example. */
final class OperationHelp {
  private static final String INDENT = "      ";

  private final Style style;
  private final PrintWriter out;
  private final int width;

  OperationHelp(Shell shell) {
    this.style = shell.style();
    this.out = shell.out();
    this.width = Math.min(100, shell.terminal().columns());
  }

  void print(OperationIndex.Entry entry) {
    Map<String, JsonValue> page = OperationIndex.page(entry);
    String route = entry.route() + "  (" + entry.version() + ")";
    boolean isOneLine = entry.id().length() + 2 + route.length() <= width;
    out.println(style.bold(entry.id()) + (isOneLine ? "  " : System.lineSeparator()) + route);
    if (page.get("deprecated").asBoolean()) {
      out.println(style.bad("Deprecated."));
    }
    out.println();
    print(page.get("description").asString(), "");
    printFields("Parameters, as name=value:", page.get("parameters"));
    if (page.containsKey("form")) {
      printFields("Parts of the upload, as name=value; of a file, its path:", page.get("form"));
    }
    if (page.containsKey("body")) {
      printFields("Body, as --body FILE, or name=text and name:=JSON:", page.get("body"));
    }
    printExample(entry, page);
    out.println();
    out.println(style.faint(page.get("url").asString()));
  }

  private void printFields(String title, JsonValue fields) {
    List<JsonValue> all = fields.asArray();
    if (all.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold(title));
    for (JsonValue item : all) {
      Map<String, JsonValue> field = item.asObject();
      String required = field.get("required").asBoolean() ? ", required" : "";
      out.println(
          "  "
              + style.name(field.get("name").asString())
              + "  "
              + style.faint(field.get("type").asString() + required));
      print(withEnd(field.get("description").asString()), INDENT);
      String limits = field.get("limits").asString();
      if (!limits.isEmpty()) {
        print(Character.toUpperCase(limits.charAt(0)) + limits.substring(1) + ".", INDENT);
      }
    }
  }

  private void printExample(OperationIndex.Entry entry, Map<String, JsonValue> page) {
    List<String> words = new ArrayList<>(List.of("extend", "call", entry.id()));
    for (String kind : List.of("parameters", "form")) {
      JsonValue fields = page.get(kind);
      if (fields != null) {
        fields.asArray().forEach(field -> addExample(words, field.asObject()));
      }
    }
    JsonValue example = page.get("example");
    boolean hasBody = page.containsKey("body");
    if (hasBody) {
      words.add("--body body.json");
    }
    out.println();
    out.println(style.bold("Example:"));
    printCommand(words);
    if (hasBody && example != null) {
      out.println();
      out.println("  with, in body.json,");
      PrettyJson.of(example.json(), style).lines().forEach(line -> out.println("  " + line));
    }
  }

  /** On several lines that a shell joins, if one is too short. */
  private void printCommand(List<String> words) {
    String end = " \\";
    List<String> lines =
        Wording.wrap(String.join(" ", words), width - INDENT.length() - end.length());
    for (int i = 0; i < lines.size(); i++) {
      String indent = i == 0 ? "  " : INDENT;
      out.println(indent + lines.get(i) + (i < lines.size() - 1 ? end : ""));
    }
  }

  private static void addExample(List<String> words, Map<String, JsonValue> field) {
    if (field.get("required").asBoolean()) {
      String name = field.get("name").asString();
      String value =
          field.get("type").asString().equals("file")
              ? "invoice.pdf"
              : field.containsKey("example") ? field.get("example").asString() : "VALUE";
      words.add(name + "=" + value);
    }
  }

  private void print(String text, String indent) {
    if (!text.isEmpty()) {
      Wording.wrap(text, width - indent.length()).forEach(line -> out.println(indent + line));
    }
  }

  private static String withEnd(String sentence) {
    return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
