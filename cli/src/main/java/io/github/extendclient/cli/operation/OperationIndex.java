package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations, as the build wrote them from the specification. Needs no client. */
public final class OperationIndex {
  private OperationIndex() {}

  /**
   * An operation.
   *
   * @param id such as {@code parseRuns_create}
   * @param version of the API
   * @param route such as {@code POST /parse_runs}
   * @param summary a few words
   */
  public record Entry(String id, String version, String route, String summary) {
    boolean mentions(String word) {
      return (id + " " + route + " " + summary).toLowerCase(Locale.ROOT).contains(word);
    }
  }

  /** The IDs of all operations, for completion. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().stream().map(Entry::id).distinct().iterator();
    }
  }

  /** {@return the number of this program's version} */
  public static String programVersion() {
    return read("version.txt");
  }

  /** {@return all operations, those of the current API version first} */
  static List<Entry> all() {
    return read("index.tsv")
        .lines()
        .map(line -> line.split("\t"))
        .map(fields -> new Entry(fields[0], fields[1], fields[2], fields[3]))
        .toList();
  }

  /** Returns the API versions, the current one first. */
  static List<String> versions() {
    return all().stream().map(Entry::version).distinct().toList();
  }

  /** Returns the operations whose ID, route or summary has all these words. */
  static List<Entry> find(List<String> words, @Nullable String version) {
    return all().stream()
        .filter(entry -> version == null || entry.version().equals(version))
        .filter(
            entry -> words.stream().allMatch(word -> entry.mentions(word.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /**
   * Returns the operation of a name, which may end with {@code @} and an API version.
   *
   * @throws CommandFailure if there is none
   */
  static Entry named(String name) {
    String[] parts = name.split("@", 2);
    return all().stream()
        .filter(entry -> entry.id().equalsIgnoreCase(parts[0]))
        .filter(entry -> parts.length == 1 || entry.version().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> CommandFailure.usage(unknown(name, parts[0])));
  }

  /** Returns the help of an operation. */
  static Map<String, JsonValue> page(Entry entry) {
    return JsonValue.ofJson(read(entry.version() + "/" + entry.id() + ".json")).asObject();
  }

  private static String unknown(String name, String id) {
    String word = id.replaceAll("_.*", "").toLowerCase(Locale.ROOT);
    List<String> similar =
        word.isEmpty()
            ? List.of()
            : find(Arrays.asList(word), null).stream().map(Entry::id).distinct().limit(6).toList();
    return "There is no operation \""
        + name
        + "\": "
        + (similar.isEmpty() ? "" : "similar are " + String.join(", ", similar) + "; ")
        + "extend operations lists them all.";
  }

  private static String read(String name) {
    try (InputStream in = OperationIndex.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name + ": build it anew.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
