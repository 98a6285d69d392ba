package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that the arguments name: files, folders, URLs, IDs, or a list on standard
 * input.
 */
final class Inputs {
  private final Shell shell;
  private final @Nullable PathMatcher include;
  private final List<Input> found = new ArrayList<>();
  private boolean isList;
  private boolean hasSeveralNames;

  private Inputs(Shell shell, @Nullable String glob) {
    this.shell = shell;
    this.include = glob == null ? null : matcher(glob);
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw CommandFailure.usage(
          "--include is \"" + glob + "\": give a pattern such as '*.pdf', with brackets closed.");
    }
  }

  /**
   * Returns the documents of names.
   *
   * @param glob which files of folders to take; null for all whose names do not begin with a dot
   * @throws CommandFailure if a name does not name a document, or a folder has none
   */
  static Inputs of(List<String> names, @Nullable String glob, Shell shell) {
    if (names.isEmpty()) {
      throw CommandFailure.usage(
          "There is no document: name files, folders, URLs or IDs, or - for a list on standard"
              + " input.");
    }
    Inputs inputs = new Inputs(shell, glob);
    inputs.addAll(names);
    inputs.separateUrls();
    if (inputs.found.isEmpty()) {
      throw CommandFailure.usage(
          "There is no document in "
              + String.join(", ", names)
              + (glob == null ? "." : " that matches --include " + glob + "."));
    }
    return inputs;
  }

  List<Input> all() {
    return found;
  }

  /** Whether a single document was named, not a folder or a list with one. */
  boolean isSingle() {
    return found.size() == 1 && !isList;
  }

  private void addAll(List<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        isList = true;
        new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(all::add);
      } else {
        all.add(name);
      }
    }
    hasSeveralNames = all.size() > 1;
    all.forEach(this::add);
  }

  private void add(String name) {
    if (name.startsWith("http://") || name.startsWith("https://")) {
      found.add(Input.elsewhere(withoutQuery(name), name));
      return;
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (Files.exists(path)) {
      FileChecks.requireRegular(path);
      found.add(Input.file(key(path), path));
    } else if (name.matches("file_[A-Za-z0-9_-]+")) {
      found.add(Input.elsewhere(name));
    } else {
      throw new CommandFailure(
          ExitCode.FILE,
          "There is no file " + name + ", and it is neither a URL nor the ID of an uploaded file.");
    }
  }

  private void addFolder(Path folder) {
    isList = true;
    String prefix = hasSeveralNames ? key(folder) + "/" : "";
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(this::isIncluded)
          .sorted()
          .peek(Inputs::requireReadableName)
          .map(file -> Input.file(prefix + key(folder.relativize(file)), file))
          .forEach(found::add);
    } catch (IOException e) {
      throw FileFailure.unreadable("The folder " + folder, e);
    } catch (UncheckedIOException e) {
      throw FileFailure.unreadable("The folder " + folder, e.getCause());
    }
  }

  private static String key(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** In the locale C, the names of different files would become the same key. */
  private static void requireReadableName(Path file) {
    if (file.toString().indexOf('\uFFFD') >= 0) {
      throw FileFailure.unreadableName(file.toString());
    }
  }

  /** The query of a URL is often a signature, which is secret and changes. */
  private static String withoutQuery(String url) {
    return url.replaceAll("[?#].*", "");
  }

  /** Gives URLs that differ only in the query keys of their own. */
  private void separateUrls() {
    Map<String, Set<String>> urls = new HashMap<>();
    for (Input input : found) {
      if (input.isUrl()) {
        urls.computeIfAbsent(input.key(), key -> new HashSet<>()).add(input.reference());
      }
    }
    found.replaceAll(
        input ->
            input.isUrl() && urls.getOrDefault(input.key(), Set.of()).size() > 1
                ? Input.elsewhere(
                    input.key() + "?" + Integer.toHexString(input.reference().hashCode()),
                    input.reference())
                : input);
  }

  private boolean isIncluded(Path file) {
    Path name = file.getFileName();
    return include == null ? !name.toString().startsWith(".") : include.matches(name);
  }
}
