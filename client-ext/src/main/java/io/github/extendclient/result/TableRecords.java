package io.github.extendclient.result;

import io.github.extendclient.extraction.ExtractionProblem;
import java.util.List;

/**
 * The rows of a table as records, from {@link Table#as(Class)}.
 *
 * <pre>{@code
 * TableRecords<LineItem> items = table.as(LineItem.class);
 * for (ExtractionProblem problem : items.problems()) {
 *   askSomeone(problem.path(), problem.expected(), problem.json().json());
 * }
 * }</pre>
 *
 * @param <R> the record
 * @param records one for each of {@link Table#rows()}; a value is null if its cell is empty or does
 *     not fit
 * @param problems what does not fit, by the rules of {@link
 *     io.github.extendclient.extraction.ExtractionSchema#readLenient}; the path begins with the
 *     index of the row, such as {@code $[3].amount}, and the JSON is the text of the cell
 */
public record TableRecords<R extends Record>(List<R> records, List<ExtractionProblem> problems) {
  /**
   * Records with their problems.
   *
   * @param records one for each row
   * @param problems in the order of the rows
   */
  public TableRecords {
    records = List.copyOf(records);
    problems = List.copyOf(problems);
  }
}
