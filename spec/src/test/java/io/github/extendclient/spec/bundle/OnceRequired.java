package io.github.extendclient.spec.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes into a bundle what releases required and this one does not, so that the generator keeps
 * the methods that programs call with just these values. The build runs this file by itself, as a
 * program of one source file, on finished bundles; it needs nothing but the JDK.
 *
 * <p>The fact is {@code x-extend-once-required} of a schema or an operation, a list for each
 * combination of names. {@code x-extend-once-present} and {@code x-extend-once-optional} of a
 * schema name the numbers and booleans whose presence changed, which would change between a
 * primitive and a box in Java. The baseline of a release has the facts of the releases before it.
 */
public final class OnceRequired {
  private static final String FACT = "x-extend-once-required";
  private static final String PRESENT = "x-extend-once-present";
  private static final String OPTIONAL = "x-extend-once-optional";
  private static final Set<String> PRIMITIVES = Set.of("integer", "number", "boolean");
  private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");
  private static final Set<String> FORMS =
      Set.of("multipart/form-data", "application/x-www-form-urlencoded");

  private OnceRequired() {}

  /** Takes the folder of the baselines, and the bundles, which it changes in place. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      Path bundle = Path.of(arguments[i]);
      String name = bundle.getFileName().toString().replaceFirst("^extend-", "");
      Path released = Path.of(arguments[0], name);
      if (Files.exists(released)) {
        String before = Files.readString(bundle);
        String after = keep(Files.readString(released), before);
        if (!after.equals(before)) {
          Files.writeString(bundle, after);
        }
      }
    }
  }

  /**
   * The bundle with the fact in it.
   *
   * @param released the bundle of the last release
   * @param bundle of now, as the bundler lays it out
   */
  public static String keep(String released, String bundle) {
    Map<String, Requirements> before = requirements(Block.of(released));
    Map<Integer, String> facts = new TreeMap<>();
    requirements(Block.of(bundle))
        .forEach(
            (name, now) -> {
              List<List<String>> kept = now.kept(before.get(name));
              if (!kept.isEmpty()) {
                facts.put(now.line(), "      " + FACT + ": " + text(kept) + "\n");
              }
            });
    Map<String, Numbers> numbers = numbers(Block.of(released));
    numbers(Block.of(bundle))
        .forEach(
            (name, now) ->
                now.facts(numbers.get(name))
                    .forEach(
                        (fact, names) ->
                            facts.merge(
                                now.line(),
                                "      " + fact + ": " + quoted(names) + "\n",
                                String::concat)));
    StringBuilder text = new StringBuilder();
    int line = 0;
    for (String content : bundle.split("(?<=\n)")) {
      text.append(content).append(facts.getOrDefault(line++, ""));
    }
    return text.toString();
  }

  private static String text(List<List<String>> lists) {
    return lists.stream().map(OnceRequired::quoted).toList().toString();
  }

  private static String quoted(Collection<String> names) {
    return names.stream().map(name -> '"' + name + '"').toList().toString();
  }

  private static Map<String, Numbers> numbers(Block document) {
    Map<String, Numbers> found = new LinkedHashMap<>();
    document
        .at("components")
        .at("schemas")
        .fields
        .forEach((name, schema) -> found.put(name, numbersOf(schema)));
    return found;
  }

  private static Numbers numbersOf(Block schema) {
    Set<String> required = Set.copyOf(schema.at("required").texts());
    Map<String, Boolean> present = new TreeMap<>();
    schema
        .at("properties")
        .fields
        .forEach(
            (name, property) -> {
              if (PRIMITIVES.contains(property.at("type").text)) {
                boolean isOneSided =
                    property.at("readOnly").isTrue() || property.at("writeOnly").isTrue();
                boolean isPresent =
                    required.contains(name) && !property.at("nullable").isTrue() && !isOneSided;
                present.put(name, isPresent);
              }
            });
    return new Numbers(present, names(schema, PRESENT), names(schema, OPTIONAL), schema.line);
  }

  private static Set<String> names(Block schema, String fact) {
    return NAME.matcher(schema.at(fact).text)
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toSet());
  }

  private static Map<String, Requirements> requirements(Block document) {
    Map<String, Requirements> found = new LinkedHashMap<>();
    Map<String, Block> schemas = document.at("components").at("schemas").fields;
    schemas.forEach((name, schema) -> found.put("schema " + name, ofSchema(schema)));
    document
        .at("paths")
        .fields
        .values()
        .forEach(
            path ->
                path.fields.values().stream()
                    .filter(operation -> operation.fields.containsKey("operationId"))
                    .forEach(
                        operation ->
                            found.put(
                                "operation " + operation.at("operationId").text,
                                ofOperation(operation, schemas))));
    return found;
  }

  private static Requirements ofSchema(Block schema) {
    Block properties = schema.at("properties");
    List<String> required =
        schema.at("required").texts().stream()
            .filter(name -> !isNullable(properties.at(name)))
            .sorted()
            .toList();
    return new Requirements(
        required, schema.at("properties").fields.keySet(), once(schema), schema.line);
  }

  /** What may be null has no place in {@code of(value)}. */
  private static boolean isNullable(Block property) {
    return property.at("nullable").isTrue()
        || property.at("oneOf").items.stream()
            .anyMatch(member -> member.at("enum").texts().equals(List.of("null")));
  }

  /** In the order of Java: parts of a form, then the query, then headers. */
  private static Requirements ofOperation(Block operation, Map<String, Block> schemas) {
    List<String> required = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    operation
        .at("requestBody")
        .at("content")
        .fields
        .forEach(
            (type, media) -> {
              if (FORMS.contains(type)) {
                Block use = media.at("schema");
                String name = use.at("$ref").text.replaceFirst(".*/", "");
                Block form = schemas.getOrDefault(name, use);
                Set<String> parts = new HashSet<>(form.at("required").texts());
                all.addAll(form.at("properties").fields.keySet());
                all.stream().filter(parts::contains).forEach(required::add);
              }
            });
    for (String place : List.of("query", "header")) {
      for (Block parameter : operation.at("parameters").items) {
        if (parameter.at("in").text.equals(place)) {
          all.add(parameter.at("name").text);
          if (parameter.at("required").text.equals("true")) {
            required.add(parameter.at("name").text);
          }
        }
      }
    }
    return new Requirements(required, all, once(operation), operation.at("operationId").line);
  }

  private static List<List<String>> once(Block holder) {
    return LIST.matcher(holder.at(FACT).text.replaceFirst("^\\[", ""))
        .results()
        .map(list -> NAME.matcher(list.group(1)).results().map(name -> name.group(1)).toList())
        .toList();
  }

  /**
   * What a schema or an operation requires.
   *
   * @param required the names, in the order of Java where that has one
   * @param all names, also of what is optional
   * @param once what releases required
   * @param line behind which the fact is written
   */
  private record Requirements(
      List<String> required, Set<String> all, List<List<String>> once, int line) {
    /** The arguments that Java still accepts. */
    List<List<String>> kept(Requirements released) {
      if (released == null) {
        return List.of();
      }
      Set<List<String>> lists = new LinkedHashSet<>(released.once);
      lists.add(released.required);
      return lists.stream()
          .filter(list -> !list.equals(required) && !list.isEmpty())
          .filter(list -> all.containsAll(list) && list.containsAll(required))
          .toList();
    }
  }

  /**
   * The numbers and booleans of a schema, which are primitives in Java if they are always present.
   *
   * @param present whether each is always present
   * @param once which of them releases had as always present
   * @param onceOptional which of them releases had as absent or null at times
   * @param line behind which facts are written
   */
  private record Numbers(
      Map<String, Boolean> present, Set<String> once, Set<String> onceOptional, int line) {
    private boolean isPrimitive(String name) {
      return once.contains(name) || (present.get(name) && !onceOptional.contains(name));
    }

    /** What Java has to know, so that its types stay those of the release. */
    Map<String, Set<String>> facts(Numbers released) {
      Map<String, Set<String>> facts = new TreeMap<>();
      if (released != null) {
        present.forEach(
            (name, isPresent) -> {
              if (released.present.containsKey(name)) {
                boolean wasPrimitive = released.isPrimitive(name);
                if (wasPrimitive && (!isPresent || released.once.contains(name))) {
                  facts.computeIfAbsent(PRESENT, fact -> new TreeSet<>()).add(name);
                } else if (!wasPrimitive && isPresent) {
                  facts.computeIfAbsent(OPTIONAL, fact -> new TreeSet<>()).add(name);
                }
              }
            });
      }
      return facts;
    }
  }

  /** A value of YAML in the layout of the bundler, with the line where its key stands. */
  private static final class Block {
    private static final Pattern KEY =
        Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"'\\[{](?:[^:]|:(?! |$))*):(?: (.*))?");
    private static final Block NONE = new Block(-1);

    final Map<String, Block> fields = new LinkedHashMap<>();
    final List<Block> items = new ArrayList<>();
    final int line;
    String text = "";

    private Block(int line) {
      this.line = line;
    }

    static Block of(String yaml) {
      return new Lines(yaml.split("\n", -1)).block(0, -1);
    }

    Block at(String key) {
      return fields.getOrDefault(key, NONE);
    }

    boolean isTrue() {
      return text.equals("true");
    }

    List<String> texts() {
      return items.stream().map(item -> item.text).toList();
    }
  }

  /** Reads blocks line by line. What a text is continued with is indented and left out. */
  private static final class Lines {
    private final String[] lines;
    private int next;

    Lines(String[] lines) {
      this.lines = lines;
    }

    Block block(int indent, int keyLine) {
      if (isList(indent)) {
        return list(indent, keyLine);
      }
      Block block = new Block(keyLine);
      while (indent() == indent) {
        String content = lines[next].substring(indent);
        Matcher key = Block.KEY.matcher(content);
        if (key.matches()) {
          int line = next++;
          String name = unquoted(key.group(1));
          block.fields.put(name, value(key.group(2), indent, line));
        } else {
          block.text = unquoted(content);
          next++;
          skip(indent - 1);
        }
      }
      return block;
    }

    private Block value(String text, int indent, int line) {
      if (text != null) {
        Block block = new Block(line);
        block.text = unquoted(text);
        skip(indent);
        return block;
      }
      if (indent() > indent) {
        return block(indent(), line);
      }
      return isList(indent) ? list(indent, line) : new Block(line);
    }

    private boolean isList(int indent) {
      return indent() == indent && lines[next].startsWith("- ", indent);
    }

    /** A list stands as deep as its key. */
    private Block list(int indent, int line) {
      Block block = new Block(line);
      while (isList(indent)) {
        lines[next] = " ".repeat(indent + 2) + lines[next].substring(indent + 2);
        block.items.add(block(indent + 2, next));
      }
      return block;
    }

    private void skip(int indent) {
      while (next < lines.length && (lines[next].isBlank() || indent() > indent)) {
        next++;
      }
    }

    /** Of the next line; -1 behind the last. */
    private int indent() {
      if (next >= lines.length || lines[next].isBlank()) {
        return next >= lines.length - 1 ? -1 : Integer.MAX_VALUE;
      }
      return lines[next].length() - lines[next].stripLeading().length();
    }

    private static String unquoted(String text) {
      boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
  }
}
