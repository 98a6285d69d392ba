package io.github.extendclient.extraction;

import io.github.extendclient.internal.json.Readable;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.Insight;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An extracted value with its metadata.
 *
 * <pre>{@code
 * ExtractedField total = extracted.field("total");
 * if (total.confidence() == null || total.confidence() < 0.9) {
 *   askSomeone(total.value(), total.citations());
 * }
 * }</pre>
 *
 * <p>A score or citation of an unexpected type counts as none, so that it does not hide the value.
 *
 * <p>The trap: the API returns confidence and citations only if the configuration requests
 * citations, as {@link ExtractionSchema#config()} does.
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
   * Returns the path in Java names.
   *
   * @return a path such as {@code lineItems[0].amount}
   */
  public String name() {
    return path.name();
  }

  /**
   * Returns the path in the API's names, the key in the output's metadata. Indexes refer to the
   * API's lists, even if {@link ExtractionSchema#readLenient} omitted items.
   *
   * @return a path such as {@code line_items[0].amount}
   */
  public String key() {
    return path.key();
  }

  /**
   * Returns the value as in the record.
   *
   * @return an instance of the component's class; null if no fitting value was found
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * Returns the value as the API sent it.
   *
   * @return {@link JsonValue#NULL} if nothing was found
   */
  public JsonValue json() {
    return json;
  }

  /**
   * Returns the problems of this value.
   *
   * @return an unmodifiable list; empty unless the output was read by {@link
   *     ExtractionSchema#readLenient} or {@link ExtractionSchema#decodeLenient}
   */
  public List<ExtractionProblem> problems() {
    return problems;
  }

  /**
   * Returns the confidence: the lowest of the API's scores, which are {@code ocrConfidence} for the
   * recognized text and, with older processors, {@code logprobsConfidence} of the model. The trap:
   * a high confidence does not prove that the value is right.
   *
   * @return from 0 to 1; null, which is not the same as 0, if the API has no score
   */
  public @Nullable Double confidence() {
    return lowest(List.of(FieldMetadata::getOcrConfidence, FieldMetadata::getLogprobsConfidence));
  }

  /**
   * Returns the score of the review agent, if the configuration enables it; the lowest of several.
   *
   * @return from 1 to 5; null if there is none
   */
  public @Nullable Integer reviewAgentScore() {
    return lowest(List.of(FieldMetadata::getReviewAgentScore));
  }

  /**
   * Returns the places of the value in the document.
   *
   * @return an unmodifiable list, empty if the API names no place
   */
  public List<Citation> citations() {
    return all(FieldMetadata::getCitations);
  }

  /**
   * Returns the model's remarks about the value, if the configuration requests them.
   *
   * @return an unmodifiable list, possibly empty
   */
  public List<Insight> insights() {
    return all(FieldMetadata::getInsights);
  }

  private <N extends Comparable<N>> @Nullable N lowest(
      List<Function<FieldMetadata, @Nullable N>> scores) {
    return entries.stream()
        .flatMap(
            entry ->
                scores.stream()
                    .flatMap(score -> Stream.ofNullable(Readable.orNull(() -> score.apply(entry)))))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private <E> List<E> all(Function<FieldMetadata, @Nullable List<E>> part) {
    return entries.stream()
        .flatMap(entry -> Readable.items(() -> part.apply(entry)).stream())
        .toList();
  }

  /** Returns the path and the confidence, never the value. */
  @Override
  public String toString() {
    return "ExtractedField{" + name() + ", confidence=" + confidence() + "}";
  }
}
