package io.github.extendclient.cli.listing;

import io.github.extendclient.cli.shell.Columns;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.stream.Stream;

/** Prints a listing: a table on a terminal, a line of JSON for each item elsewhere. */
public final class ListingOutput {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private ListingOutput() {}

  /** Prints the first items. */
  public static void print(Stream<Item> items, long limit, Shell shell) {
    PrintWriter out = shell.out();
    Iterator<Item> first = items.iterator();
    if (!shell.terminal().isOutput()) {
      for (long i = 0; i < limit && first.hasNext() && !out.checkError(); i++) {
        out.println(first.next().json().json());
      }
      return;
    }
    Style style = shell.style();
    Columns columns =
        new Columns("ID", "STATUS", "CREATED (UTC)", "FILE").colours(style::name, style::status);
    long count = 0;
    for (; count < limit && first.hasNext(); count++) {
      Item item = first.next();
      columns.add(
          item.id(),
          item.status() == null ? "-" : item.status(),
          MINUTE.format(item.createdAt()),
          item.names());
    }
    if (count == 0) {
      out.println("Nothing was found.");
      return;
    }
    columns.lines(shell.terminal().columns(), style).forEach(out::println);
    if (first.hasNext()) {
      out.println(style.faint("The first " + limit + "; --limit 0 lists all."));
    }
  }
}
