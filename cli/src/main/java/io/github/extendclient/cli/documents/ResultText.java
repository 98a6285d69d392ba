package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.Columns;
import io.github.extendclient.cli.shell.PrettyJson;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.result.ParsedText;
import io.github.extendclient.result.Table;
import io.github.extendclient.result.TableCell;
import io.github.extendclient.result.TableRow;
import io.github.extendclient.result.Tables;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ParseRun;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one result in a format. */
final class ResultText {
  private static final int FILE_WIDTH = 120;

  private final boolean isParse;
  private final Format format;
  private final Shell shell;

  ResultText(boolean isParse, Format format, Shell shell) {
    this.isParse = isParse;
    this.format = format;
    this.shell = shell;
  }

  /**
   * The text of a run that ended well, with a line end.
   *
   * @param isShown whether it goes to the terminal and not to a file
   */
  String of(String key, JsonValue run, boolean isShown) {
    String text =
        switch (format) {
          case JSON -> isShown ? PrettyJson.of(run.json(), shell.style()) : run.json();
          case MARKDOWN ->
              isParse ? ParsedText.of(ParseRun.fromJson(run.json())).all() : markdown(run);
          case TABLE -> isParse ? tables(run, isShown) : fields(run, isShown);
          case CSV -> isParse ? csvTables(run) : csv(key, run);
        };
    return text.endsWith("\n") ? text : text + "\n";
  }

  private String tables(JsonValue run, boolean isShown) {
    List<Table> tables = Tables.of(ParseRun.fromJson(run.json()));
    if (tables.isEmpty()) {
      return "No tables.";
    }
    return tables.stream()
        .map(table -> String.join("\n", lines(table, isShown)))
        .collect(Collectors.joining("\n\n"));
  }

  private List<String> lines(Table table, boolean isShown) {
    Columns columns = new Columns(table.header().toArray(String[]::new));
    for (TableRow row : table.rows()) {
      columns.add(row.cells().stream().map(TableCell::text).toArray(String[]::new));
    }
    return print(columns, isShown);
  }

  private String csvTables(JsonValue run) {
    return Tables.of(ParseRun.fromJson(run.json())).stream()
        .map(Table::toCsv)
        .collect(Collectors.joining("\n"));
  }

  private String fields(JsonValue run, boolean isShown) {
    Columns columns = new Columns("FIELD", "VALUE");
    columns.colours(shell.style()::name, text -> text);
    ResultFields.of(run).forEach(field -> columns.add(field.name(), field.value()));
    return String.join("\n", print(columns, isShown));
  }

  private List<String> print(Columns columns, boolean isShown) {
    return isShown
        ? columns.lines(shell.terminal().columns(), shell.style())
        : columns.lines(FILE_WIDTH, Style.PLAIN);
  }

  private static String markdown(JsonValue run) {
    return ResultFields.of(run).stream()
        .map(
            field ->
                "| "
                    + field.name()
                    + " | "
                    + field.value().replaceAll("\\R", " ").replace("|", "\\|")
                    + " |")
        .collect(Collectors.joining("\n", "| field | value |\n|---|---|\n", "\n"));
  }

  private static String csv(String key, JsonValue run) {
    return ResultFields.of(run).stream()
        .map(field -> cell(key) + "," + cell(field.name()) + "," + cell(field.value()))
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
