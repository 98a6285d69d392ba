package io.github.extendclient.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as rows and columns, from {@link Tables#of}. Every row has a cell for every column; a
 * merged cell is in each place that it covers.
 *
 * <pre>{@code
 * System.out.println(table.header());
 * for (TableRow row : table.rows()) {
 *   System.out.println(row.texts());
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Table {
  private final List<TableRow> headerRows;
  private final List<TableRow> rows;
  private final List<TablePart> parts;
  private final @Nullable String sheet;
  private final @Nullable List<String> names;

  Table(
      List<TableRow> headerRows,
      List<TableRow> rows,
      List<TablePart> parts,
      @Nullable String sheet,
      @Nullable List<String> names) {
    this.headerRows = List.copyOf(headerRows);
    this.rows = List.copyOf(rows);
    this.parts = List.copyOf(parts);
    this.sheet = sheet;
    this.names = names;
  }

  /**
   * Returns the names of the columns: the texts of the header rows, from top to bottom, joined by a
   * space.
   *
   * @return one name per column; empty if the table has no header
   */
  public List<String> header() {
    if (names != null) {
      return names;
    }
    if (headerRows.isEmpty()) {
      return List.of();
    }
    List<String> header = new ArrayList<>();
    for (int column = 0; column < columnCount(); column++) {
      int index = column;
      header.add(
          String.join(
              " ",
              headerRows.stream()
                  .map(row -> row.cells().get(index))
                  .distinct()
                  .map(TableCell::text)
                  .filter(text -> !text.isEmpty())
                  .toList()));
    }
    return Collections.unmodifiableList(header);
  }

  /**
   * Returns the rows above the body, which have header cells only.
   *
   * @return an unmodifiable list; empty if the API marks no header cells
   */
  public List<TableRow> headerRows() {
    return headerRows;
  }

  /**
   * Returns the rows of the body, without headers repeated on later pages.
   *
   * @return an unmodifiable list
   */
  public List<TableRow> rows() {
    return rows;
  }

  /**
   * Returns the number of columns.
   *
   * @return the number, equal for all rows
   */
  public int columnCount() {
    return allRows().findFirst().map(row -> row.cells().size()).orElse(0);
  }

  /**
   * Returns the parts of the table: one, or one per page if it spans pages.
   *
   * @return an unmodifiable list in reading order
   */
  public List<TablePart> parts() {
    return parts;
  }

  /**
   * Returns whether the table was joined from several pages.
   *
   * @return whether there are several {@link #parts()}
   */
  public boolean isJoined() {
    return parts.size() > 1;
  }

  /**
   * Returns the pages of the table.
   *
   * @return page numbers from 1, ascending; empty for a spreadsheet or if the pages are unknown
   */
  public List<Integer> pages() {
    return parts.stream().map(TablePart::page).filter(Objects::nonNull).distinct().toList();
  }

  /**
   * Returns the sheet of the spreadsheet that contains the table.
   *
   * @return the name of the sheet; null if the document is not a spreadsheet
   */
  public @Nullable String sheet() {
    return sheet;
  }

  /**
   * Returns the table with another number of header rows, in case the API marks none or the wrong
   * ones.
   *
   * @param count from 0 to the number of all rows
   * @return a table whose first rows are the header
   * @throws IllegalArgumentException if the count is out of range
   */
  public Table withHeaderRows(int count) {
    List<TableRow> all = allRows().toList();
    if (count < 0 || count > all.size()) {
      throw new IllegalArgumentException(
          "The table has " + all.size() + " rows: " + count + " of them cannot be its header.");
    }
    int moved = headerRows.size() - count;
    List<TablePart> shifted = new ArrayList<>();
    for (TablePart part : parts) {
      int first = shifted.isEmpty() ? 0 : Math.max(0, part.firstRow() + moved);
      int end = Math.max(0, part.firstRow() + part.rowCount() + moved);
      shifted.add(new TablePart(part.block(), part.page(), first, end - first));
    }
    return new Table(all.subList(0, count), all.subList(count, all.size()), shifted, sheet, null);
  }

  /**
   * Returns the table with other column names, such as those of a record.
   *
   * @param columns one name per column
   * @return a table with this {@link #header()}; its rows stay as they are
   * @throws IllegalArgumentException if there are more or fewer columns
   */
  public Table withHeader(String... columns) {
    if (columns.length != columnCount()) {
      throw new IllegalArgumentException(
          "The table has "
              + columnCount()
              + " columns, but "
              + columns.length
              + " names: "
              + List.of(columns)
              + ".");
    }
    return new Table(headerRows, rows, parts, sheet, List.of(columns));
  }

  /**
   * Returns the table as CSV by RFC 4180: the header, if any, and the rows, with commas and CRLF.
   * Safe to open in a spreadsheet: a text that starts like a formula, with {@code =}, {@code +},
   * {@code -}, {@code @}, a tab or a carriage return, is prefixed with an apostrophe unless it is a
   * number. {@link TableRow#texts()} has the original texts.
   *
   * @return the text, ending with CRLF
   */
  public String toCsv() {
    return CsvText.of(this);
  }

  /**
   * Returns the table as Markdown. A table without a header gets an empty one, since Markdown
   * requires a header.
   *
   * @return the text, ending with a line feed
   */
  public String toMarkdown() {
    return MarkdownText.of(this);
  }

  /**
   * Reads the rows as records. A column matches the component with the same name, ignoring case,
   * spaces and punctuation: {@code Unit price} matches {@code unitPrice}. Rename components with
   * {@link io.github.extendclient.extraction.Name}, or columns with {@link #withHeader}. Columns
   * without a component are ignored; components without a column are null.
   *
   * <p>The decimal separator, as in {@code 1.234,50}, is determined from all cells of the table; if
   * they leave it open, it is the point.
   *
   * @param <R> the record
   * @param type a record supported by {@link io.github.extendclient.extraction.ExtractionSchema},
   *     without nested lists and records
   * @return the records, and all values that do not fit
   * @throws IllegalArgumentException if the table has no header, no column matches a component, or
   *     the record is not supported
   */
  public <R extends Record> TableRecords<R> toRecords(Class<R> type) {
    return toRecords(type, null);
  }

  /**
   * Reads the rows as records, with the number and date formats of a locale.
   *
   * @param <R> the record
   * @param type a record supported by {@link io.github.extendclient.extraction.ExtractionSchema},
   *     without nested lists and records
   * @param locale decides the decimal separator and the order of day and month; null to determine
   *     them from the cells of the table
   * @return the records, and all values that do not fit
   * @throws IllegalArgumentException if the table has no header, no column matches a component, or
   *     the record is not supported
   * @see #toRecords(Class)
   */
  public <R extends Record> TableRecords<R> toRecords(Class<R> type, @Nullable Locale locale) {
    return RecordReader.read(this, type, locale);
  }

  /** Returns this table joined with its continuation on the next page. */
  Table followedBy(Table next) {
    int offset = headerRows.size() + rows.size() - next.headerRows.size();
    List<TableRow> joined = new ArrayList<>(rows);
    for (TableRow row : next.rows) {
      joined.add(
          new TableRow(
              row.index() + offset,
              row.cells().stream().map(cell -> cell.movedBy(offset)).toList()));
    }
    List<TablePart> joinedParts = new ArrayList<>(parts);
    for (TablePart part : next.parts) {
      joinedParts.add(
          new TablePart(part.block(), part.page(), part.firstRow() + rows.size(), part.rowCount()));
    }
    return new Table(headerRows, joined, joinedParts, sheet, names);
  }

  private Stream<TableRow> allRows() {
    return Stream.concat(headerRows.stream(), rows.stream());
  }

  /** Returns the size of the table, never its content. */
  @Override
  public String toString() {
    return "Table{rows=" + rows.size() + ", columns=" + columnCount() + ", pages=" + pages() + "}";
  }
}
