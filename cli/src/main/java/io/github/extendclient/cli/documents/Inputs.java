package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what documents were named: files, folders, URLs, IDs, or a list on standard input. */
final class Inputs {
  private final Shell shell;
  private final @Nullable PathMatcher include;
  private final List<Input> found = new ArrayList<>();
  private boolean hasFolder;

  private Inputs(Shell shell, @Nullable String glob) {
    this.shell = shell;
    this.include = glob == null ? null : FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /**
   * The documents of names.
   *
   * @param glob of the names of files in folders; null for all that do not begin with a dot
   * @throws CommandFailure if a name does not name a document, or a folder has none
   */
  static Inputs of(List<String> names, @Nullable String glob, Shell shell) {
    if (names.isEmpty()) {
      throw CommandFailure.usage(
          "There is no document: name files, folders, URLs or IDs, or - for a list on standard"
              + " input.");
    }
    Inputs inputs = new Inputs(shell, glob);
    names.forEach(inputs::add);
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

  /** Whether it is one document, not a folder or a list with one. */
  boolean isSingle() {
    return found.size() == 1 && !hasFolder;
  }

  private void add(String name) {
    if (name.equals("-")) {
      hasFolder = true;
      new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(this::add);
      return;
    }
    if (name.startsWith("http://") || name.startsWith("https://")) {
      found.add(Input.elsewhere(name));
      return;
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (Files.exists(path)) {
      found.add(Input.file(name.replace('\\', '/'), path));
    } else if (name.matches("file_[A-Za-z0-9_-]+")) {
      found.add(Input.elsewhere(name));
    } else {
      throw new CommandFailure(
          ExitCode.FILE,
          "There is no file " + name + ", and it is neither a URL nor the ID of an uploaded file.");
    }
  }

  private void addFolder(Path folder) {
    hasFolder = true;
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(this::isIncluded)
          .sorted()
          .map(file -> Input.file(folder.relativize(file).toString().replace('\\', '/'), file))
          .forEach(found::add);
    } catch (IOException e) {
      throw FileFailure.unreadable("The folder " + folder, e);
    }
  }

  private boolean isIncluded(Path file) {
    Path name = file.getFileName();
    return include == null ? !name.toString().startsWith(".") : include.matches(name);
  }
}
