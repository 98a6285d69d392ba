package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.Insight;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value with what the API says about it.
 *
 * <pre>{@code
 * ExtractedField total = extracted.field("total");
 * if (total.confidence() == null || total.confidence() < 0.9) {
 *   askSomeone(total.value(), total.citations());
 * }
 * }</pre>
 *
 * <p>Confidence and citations come only if they were asked for, as {@link
 * ExtractionSchema#config()} does.
 *
 * @see <a href="https://docs.extend.ai/extraction/confidence-scores">Confidence scores</a>
 */
public final class ExtractedField {
  private final ValuePath path;
  private final @Nullable Object value;
  private final JsonValue json;
  private final List<ExtractionProblem> problems;
  private final List<FieldMetadata> entries;

  ExtractedField(
      ValuePath path,
      @Nullable Object value,
      JsonValue json,
      List<ExtractionProblem> problems,
      List<FieldMetadata> entries) {
    this.path = path;
    this.value = value;
    this.json = json;
    this.problems = problems;
    this.entries = entries;
  }

  /**
   * The path in Java names.
   *
   * @return such as {@code lineItems[0].amount}
   */
  public String name() {
    return path.name();
  }

  /**
   * The path in the API's names, which is the key in the output's metadata. Its indexes are those
   * of the API's lists, also where {@link ExtractionSchema#readLenient} left items out.
   *
   * @return such as {@code line_items[0].amount}
   */
  public String key() {
    return path.key();
  }

  /**
   * The value as the record has it.
   *
   * @return of the class of the component; null if nothing was found, or nothing that fits
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * The value as the API sent it.
   *
   * @return {@link JsonValue#NULL} if nothing was found
   */
  public JsonValue json() {
    return json;
  }

  /**
   * What of the value does not fit the record.
   *
   * @return unmodifiable; empty unless the output was read by {@link ExtractionSchema#readLenient}
   */
  public List<ExtractionProblem> problems() {
    return problems;
  }

  /**
   * How sure the API is: the lowest of the scores that it gives, that of the recognized text
   * ({@code ocrConfidence}) and, with older processors, that of the model ({@code
   * logprobsConfidence}). High is no proof that the value is right.
   *
   * @return from 0 to 1; null if the API gives no score, which is not the same as 0
   */
  public @Nullable Double confidence() {
    return lowest(entry -> Stream.of(entry.getOcrConfidence(), entry.getLogprobsConfidence()));
  }

  /**
   * The mark of the review agent, if the configuration asks for it; the lowest if there are
   * several.
   *
   * @return from 1 to 5; null if there is none
   */
  public @Nullable Integer reviewAgentScore() {
    return lowest(entry -> Stream.of(entry.getReviewAgentScore()));
  }

  /**
   * Where in the document the value stands.
   *
   * @return unmodifiable, empty if the API names no place
   */
  public List<Citation> citations() {
    return all(FieldMetadata::getCitations);
  }

  /**
   * What the model remarks about the value, if the configuration asks for it.
   *
   * @return unmodifiable, may be empty
   */
  public List<Insight> insights() {
    return all(FieldMetadata::getInsights);
  }

  private <N extends Comparable<N>> @Nullable N lowest(
      Function<FieldMetadata, Stream<@Nullable N>> scores) {
    N lowest = null;
    for (FieldMetadata entry : entries) {
      for (N score : scores.apply(entry).filter(Objects::nonNull).toList()) {
        lowest = lowest == null || score.compareTo(lowest) < 0 ? score : lowest;
      }
    }
    return lowest;
  }

  private <E> List<E> all(Function<FieldMetadata, @Nullable List<E>> part) {
    return entries.stream().map(part).filter(Objects::nonNull).flatMap(Collection::stream).toList();
  }

  /** The path and the confidence; never the value. */
  @Override
  public String toString() {
    return "ExtractedField{" + name() + ", confidence=" + confidence() + "}";
  }
}
