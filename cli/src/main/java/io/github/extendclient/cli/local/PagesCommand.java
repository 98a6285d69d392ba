package io.github.extendclient.cli.local;

import io.github.extendclient.cli.shell.Columns;
import io.github.extendclient.cli.shell.EachArgument;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.documents.DocumentInfo;
import io.github.extendclient.documents.UploadCheck;
import io.github.extendclient.documents.UploadProblem;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code pages}. */
@Command(
    name = "pages",
    sortOptions = false,
    header = "Show kind, pages and problems of files.",
    description = {
      "Shows kind, pages and size of documents, and why the API would refuse one. Sends nothing."
    },
    footer = {"", "Example:", "  extend pages *.pdf"})
public final class PagesCommand implements Callable<Integer> {
  private final Shell shell;
  private final UploadCheck check = UploadCheck.builder().build();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents of any kind.")
  private List<Path> files = List.of();

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public PagesCommand(Shell shell) {
    this.shell = shell;
  }

  private record Found(Path file, DocumentInfo facts, List<UploadProblem> problems) {}

  @Override
  public Integer call() {
    List<Found> found = new ArrayList<>();
    int exitCode = EachArgument.run(files, shell, file -> found.add(look(file)));
    if (shell.terminal().isOutput()) {
      printTable(found);
    } else {
      found.forEach(one -> shell.out().println(json(one)));
    }
    boolean isGood = found.stream().allMatch(one -> one.problems().isEmpty());
    return isGood ? exitCode : ExitCode.SOME_FAILED;
  }

  private Found look(Path file) {
    FileChecks.requireRegular(file);
    try {
      return new Found(file, DocumentInfo.of(file), check.problems(file));
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + file, e);
    }
  }

  private void printTable(List<Found> found) {
    Style style = shell.style();
    Columns columns = new Columns("FILE", "KIND", "PAGES", "BYTES", "PROBLEM");
    columns.colours(style::name, text -> text);
    for (Found one : found) {
      DocumentInfo facts = one.facts();
      columns.add(
          one.file().toString(),
          kind(facts),
          facts.pages() == null ? "-" : facts.pages().toString(),
          Wording.number(facts.bytes()),
          one.problems().isEmpty() ? "-" : one.problems().get(0).reason());
    }
    columns.lines(shell.terminal().columns(), style).forEach(shell.out()::println);
    for (Found one : found) {
      one.problems().forEach(problem -> shell.err().println(one.file() + ": " + problem.message()));
    }
  }

  private static String json(Found one) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", one.file().toString());
    object.put("kind", kind(one.facts()));
    if (one.facts().pages() != null) {
      object.put("pages", one.facts().pages());
    }
    object.put("bytes", one.facts().bytes());
    object.put("problems", one.problems().stream().map(UploadProblem::reason).toList());
    return JsonValue.of(object).json();
  }

  private static String kind(DocumentInfo facts) {
    return facts.kind().name().toLowerCase(Locale.ROOT);
  }
}
