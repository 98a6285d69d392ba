package io.github.extendclient.result;

import io.github.extendclient.extraction.ExtractionProblem;
import java.util.List;

/**
 * The rows of a table as records, from {@link Table#toRecords(Class)}.
 *
 * <pre>{@code
 * TableRecords<LineItem> items = table.toRecords(LineItem.class);
 * for (ExtractionProblem problem : items.problems()) {
 *   askSomeone(problem.path(), problem.expected(), problem.json().json());
 * }
 * }</pre>
 *
 * @param <R> the record
 * @param records one record per {@link Table#rows() row}; a value is null if its cell is empty or
 *     does not fit
 * @param problems the values that do not fit, by the rules of {@link
 *     io.github.extendclient.extraction.ExtractionSchema#readLenient}; the path starts with the
 *     index of the row, such as {@code $[3].amount}, and the JSON is the text of the cell
 */
public record TableRecords<R extends Record>(List<R> records, List<ExtractionProblem> problems) {
  /**
   * Creates records with their problems.
   *
   * @param records one record per row
   * @param problems the problems, in the order of the rows
   */
  public TableRecords {
    records = List.copyOf(records);
    problems = List.copyOf(problems);
  }
}
