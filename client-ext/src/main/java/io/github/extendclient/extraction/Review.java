package io.github.extendclient.extraction;

import io.github.extendclient.extraction.ReviewItem.Kind;
import io.github.extendclient.internal.json.Readable;
import io.github.extendclient.layout.PageBox;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.CitationPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a person must review, for {@link Extracted#review}. Used once, by one thread. */
final class Review<T extends Record> {
  private final Extracted<T> extracted;
  private final ValueNode root;
  private final List<ReviewItem> items = new ArrayList<>();

  Review(Extracted<T> extracted, ValueNode root) {
    this.extracted = extracted;
    this.root = root;
  }

  List<ReviewItem> items() {
    return List.copyOf(items);
  }

  void addProblems(List<ExtractionProblem> problems) {
    if (!problems.isEmpty()) {
      Map<String, ValueNode> nodes = new HashMap<>();
      collect(root, nodes);
      problems.forEach(problem -> addProblem(problem, nodes.get(problem.path())));
    }
  }

  private static void collect(ValueNode node, Map<String, ValueNode> nodes) {
    nodes.put(node.path().jsonPath(), node);
    node.children().forEach(child -> collect(child, nodes));
  }

  /**
   * Adds a value that does not fit.
   *
   * @param node the value; null for an item that the record omits
   */
  private void addProblem(ExtractionProblem problem, @Nullable ValueNode node) {
    String reason = "The value " + problem.problem() + ".";
    if (node == null) {
      String path = problem.path().replaceFirst("^\\$\\.?", "");
      items.add(
          new ReviewItem(Kind.DOES_NOT_FIT, reason, path, problem.json(), null, null, List.of()));
    } else {
      add(Kind.DOES_NOT_FIT, reason, extracted.field(node));
    }
  }

  void addValues(ValueNode node) {
    ReviewThreshold threshold = node.threshold();
    if (node.isLeaf() && threshold != null) {
      addValue(node, threshold);
    } else if (node.isEmptyList() && threshold != null && !threshold.optional()) {
      add(Kind.NOT_FOUND, "Nothing was found.", extracted.field(node));
    } else if (!node.isLeaf()) {
      node.children().forEach(this::addValues);
    }
  }

  private void addValue(ValueNode node, ReviewThreshold threshold) {
    ExtractedField field = extracted.field(node);
    Double confidence = field.confidence();
    if (isMissing(field.json())) {
      if (!threshold.optional()) {
        add(Kind.NOT_FOUND, "Nothing was found.", field);
      }
    } else if (confidence == null) {
      add(
          Kind.NO_CONFIDENCE,
          "There is no confidence, and the threshold is " + threshold.value() + ".",
          field);
    } else if (confidence < threshold.value()) {
      add(
          Kind.BELOW_THRESHOLD,
          "The confidence of "
              + confidence
              + " is below the threshold of "
              + threshold.value()
              + ".",
          field);
    }
  }

  /** Returns whether the value is null, or a currency or signature of nulls. */
  private static boolean isMissing(JsonValue json) {
    return json.isNull()
        || json.json().startsWith("{")
            && json.asObject().values().stream().allMatch(JsonValue::isNull);
  }

  void addRule(ReviewRule<T> rule) {
    List<ExtractedField> fields = rule.fields().stream().map(extracted::field).toList();
    if (rule.holds(extracted.value())) {
      return;
    }
    String reason = "Not so: " + rule.text() + ".";
    if (fields.isEmpty()) {
      items.add(new ReviewItem(Kind.RULE, reason, "", JsonValue.NULL, null, null, List.of()));
    } else {
      List<Citation> citations =
          fields.stream().flatMap(field -> field.citations().stream()).toList();
      add(Kind.RULE, reason, fields.get(0), citations);
    }
  }

  private void add(Kind kind, String reason, ExtractedField field) {
    add(kind, reason, field, field.citations());
  }

  private void add(Kind kind, String reason, ExtractedField field, List<Citation> citations) {
    items.add(
        new ReviewItem(
            kind,
            reason,
            field.name(),
            field.json(),
            field.confidence(),
            page(citations),
            citations.stream().map(PageBox::of).flatMap(Stream::ofNullable).toList()));
  }

  private static @Nullable Integer page(Citation citation) {
    CitationPage page = citation.getPage();
    return page == null ? null : (Integer) (int) page.getNumber();
  }

  private static @Nullable Integer page(List<Citation> citations) {
    return citations.stream()
        .flatMap(citation -> Stream.ofNullable(Readable.orNull(() -> page(citation))))
        .findFirst()
        .orElse(null);
  }
}
