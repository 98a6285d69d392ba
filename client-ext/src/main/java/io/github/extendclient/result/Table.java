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
 * merged cell stands in each place that it covers.
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
   * The names of the columns: the texts of the header rows, from top to bottom, joined by a space.
   *
   * @return one for each column; empty if the table has no header
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
   * The rows above the body, which hold head cells only.
   *
   * @return unmodifiable; empty if the API marks none
   */
  public List<TableRow> headerRows() {
    return headerRows;
  }

  /**
   * The rows of the body. A header that is repeated on each page is left out.
   *
   * @return unmodifiable
   */
  public List<TableRow> rows() {
    return rows;
  }

  /**
   * How many columns there are.
   *
   * @return the same for all rows
   */
  public int columnCount() {
    return allRows().findFirst().map(row -> row.cells().size()).orElse(0);
  }

  /**
   * What the table was put together from: one part, or one for each page if it goes on over pages.
   *
   * @return unmodifiable, in reading order
   */
  public List<TablePart> parts() {
    return parts;
  }

  /**
   * Whether this table was joined from several pages.
   *
   * @return true if there are several {@link #parts()}
   */
  public boolean isJoined() {
    return parts.size() > 1;
  }

  /**
   * The pages that the table stands on.
   *
   * @return counted from 1, ascending; empty in a spreadsheet and where pages are not known
   */
  public List<Integer> pages() {
    return parts.stream().map(TablePart::page).filter(Objects::nonNull).distinct().toList();
  }

  /**
   * The sheet of the spreadsheet that the table stands in.
   *
   * @return its name; null outside of spreadsheets
   */
  public @Nullable String sheet() {
    return sheet;
  }

  /**
   * The same table with another number of header rows, where the API marks none or the wrong ones.
   *
   * @param count from 0 to the number of all rows
   * @return a table whose first rows are the header
   * @throws IllegalArgumentException if there are not so many rows
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
      int first = shifted.isEmpty() ? 0 : part.firstRow() + moved;
      int rowCount = shifted.isEmpty() ? part.rowCount() + moved : part.rowCount();
      shifted.add(new TablePart(part.block(), part.page(), first, rowCount));
    }
    return new Table(all.subList(0, count), all.subList(count, all.size()), shifted, sheet, null);
  }

  /**
   * The same table with names of one's own for the columns, such as those of a record.
   *
   * @param columns one name for each column
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
   * The table as CSV by RFC 4180: the header, if there is one, and the rows, with commas and CRLF.
   * Safe to open in a spreadsheet: a text that a spreadsheet would run as a formula, because it
   * begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return, gets an
   * apostrophe before it, unless it is a number. {@link TableRow#texts()} has it without.
   *
   * @return ends with CRLF
   */
  public String toCsv() {
    return CsvText.of(this);
  }

  /**
   * The table in Markdown, with bars. A table without a header gets an empty one, as Markdown has
   * no other.
   *
   * @return ends with a line feed
   */
  public String toMarkdown() {
    return MarkdownText.of(this);
  }

  /**
   * The rows as records. A column belongs to the component whose name is the same when case, spaces
   * and signs are left out: {@code Unit price} to {@code unitPrice}; {@link
   * io.github.extendclient.extraction.Name} gives another name. Columns without a component are
   * passed over, components without a column are null. {@link #withHeader} gives the columns other
   * names.
   *
   * <p>Which sign of {@code 1.234,50} is the decimal point is told from all cells of the table; if
   * none tells, it is the point, as in English.
   *
   * @param <R> the record
   * @param type as {@link io.github.extendclient.extraction.ExtractionSchema} takes it, without
   *     lists and records inside
   * @return the records, and every value that does not fit
   * @throws IllegalArgumentException if the table has no header, or no column belongs to a
   *     component
   * @throws io.github.extendclient.extraction.UnsupportedRecordException if such a record cannot be
   *     read
   */
  public <R extends Record> TableRecords<R> as(Class<R> type) {
    return as(type, null);
  }

  /**
   * The rows as records, with numbers and dates written as in a country.
   *
   * @param <R> the record
   * @param type as {@link io.github.extendclient.extraction.ExtractionSchema} takes it, without
   *     lists and records inside
   * @param locale decides on the decimal point, and on whether the day or the month comes first;
   *     null to tell it from the cells of the table
   * @return the records, and every value that does not fit
   * @throws IllegalArgumentException if the table has no header, or no column belongs to a
   *     component
   * @throws io.github.extendclient.extraction.UnsupportedRecordException if such a record cannot be
   *     read
   * @see #as(Class)
   */
  public <R extends Record> TableRecords<R> as(Class<R> type, @Nullable Locale locale) {
    return RecordReader.read(this, type, locale);
  }

  /** This table with the rows of one that goes on on the next page. */
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

  /** How large the table is; never what stands in it. */
  @Override
  public String toString() {
    return "Table{rows=" + rows.size() + ", columns=" + columnCount() + ", pages=" + pages() + "}";
  }
}
