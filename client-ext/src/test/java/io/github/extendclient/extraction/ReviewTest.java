package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.github.extendclient.extraction.ReviewItem.Kind;
import io.github.extendclient.layout.PageBox;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.CitationPage;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.Point;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTest {
  record Line(@Nullable String text, @ReviewThreshold(0.5) @Nullable BigDecimal amount) {}

  record Bill(
      @Nullable String note,
      @ReviewThreshold(0.9) @Nullable BigDecimal total,
      @ReviewThreshold(value = 0.9, optional = true) @Nullable String reference,
      @ReviewThreshold(0.8) List<Line> lines) {}

  record Buyer(@Nullable String name) {}

  record Order(@Nullable CurrencyAmount sumDue, @Nullable Buyer soldTo, List<Line> orderLines) {}

  record Wrong(@ReviewThreshold(90) @Nullable String text) {}

  private static final ExtractionSchema<Bill> BILL = ExtractionSchema.of(Bill.class);

  private static final ReviewRule<Bill> SUM =
      ReviewRule.of(
          "The lines add up to the total",
          bill ->
              bill.lines().stream()
                  .map(line -> Objects.requireNonNull(line.amount()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .equals(bill.total()),
          "total",
          "lines");

  @Test
  void aValueBelowItsThresholdIsListedWithReasonConfidencePageAndBox() {
    Extracted<Bill> bill =
        read(
            "{'note': 'x', 'total': 3, 'lines': [{'text': 'a', 'amount': 3}]}",
            Map.of(
                "total", sure(0.7, citation(2, 10, 20, 30, 40)),
                "lines[0].text", sure(0.8),
                "lines[0].amount", sure(0.6)));

    assertThat(bill.review(SUM))
        .containsExactly(
            new ReviewItem(
                Kind.BELOW_THRESHOLD,
                "The confidence of 0.7 is below the threshold of 0.9.",
                "total",
                Json.of("3"),
                0.7,
                2,
                List.of(new PageBox(2, 10, 20, 30, 40, 600.0, 800.0))));
  }

  @Test
  void theThresholdOfAListCountsForEachValueInsideUnlessItHasItsOwn() {
    Extracted<Bill> bill =
        read(
            "{'total': 1, 'lines': [{'text': 'a', 'amount': 1}]}",
            Map.of("total", sure(1), "lines[0].text", sure(0.7), "lines[0].amount", sure(0.7)));

    assertThat(bill.review()).extracting(ReviewItem::field).containsExactly("lines[0].text");
  }

  @Test
  void missingValuesAreListedUnlessOptional() {
    assertThat(read("{'total': null, 'reference': null, 'lines': []}", Map.of()).review())
        .extracting(ReviewItem::toString)
        .containsExactly("total: Nothing was found.", "lines: Nothing was found.");
  }

  @Test
  void aValueWithoutAnyScoreIsListed() {
    assertThat(read("{'total': 1, 'lines': [{'amount': 1, 'text': null}]}", Map.of()).review())
        .extracting(ReviewItem::kind)
        .containsExactly(Kind.NO_CONFIDENCE, Kind.NOT_FOUND, Kind.NO_CONFIDENCE);
  }

  @Test
  void aRuleThatDoesNotHoldIsListedWithThePlacesOfAllItsFields() {
    Extracted<Bill> bill =
        read(
            "{'total': 4, 'lines': [{'text': 'a', 'amount': 3}]}",
            Map.of(
                "total", sure(1, citation(1, 1, 1, 2, 2)),
                "lines[0].text", sure(1),
                "lines[0].amount", sure(1, citation(2, 3, 3, 4, 4))));

    ReviewItem item = bill.review(SUM).get(0);

    assertThat(item.toString()).isEqualTo("total: Not so: The lines add up to the total.");
    assertThat(item.kind()).isEqualTo(Kind.RULE);
    assertThat(item.boxes()).extracting(PageBox::page).containsExactly(1, 2);
  }

  @Test
  void aRuleThatThrowsDoesNotHold() {
    Extracted<Bill> bill =
        read(
            "{'total': 3, 'lines': [{'text': 'a', 'amount': null}]}",
            Map.of("total", sure(1), "lines[0].text", sure(1)));

    assertThat(bill.review(SUM))
        .extracting(ReviewItem::kind)
        .containsExactly(Kind.NOT_FOUND, Kind.RULE);
  }

  @Test
  void aRuleThatNamesAnUnknownFieldIsRefused() {
    ReviewRule<Bill> rule = ReviewRule.of("x", bill -> true, "sum");

    assertThatThrownBy(() -> read("{'total': 1}", Map.of()).review(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no \"sum\": ");
  }

  @Test
  void aValueThatDoesNotFitIsListed() {
    Extracted<Bill> bill =
        BILL.readLenient(
            Json.output(
                "{'note': 5, 'total': 1, 'lines': [{'text': 'a', 'amount': 1}, null]}",
                Map.of("total", sure(1), "lines[0].text", sure(1), "lines[0].amount", sure(1))));

    assertThat(bill.review())
        .extracting(ReviewItem::field, ReviewItem::kind)
        .containsExactly(tuple("note", Kind.DOES_NOT_FIT), tuple("lines[1]", Kind.DOES_NOT_FIT));
  }

  @Test
  void aListRecordOrPartThatDoesNotFitIsListedByItsNameInJava() {
    ExtractionSchema<Order> schema = ExtractionSchema.of(Order.class);
    Extracted<Order> order =
        schema.readLenient(
            Json.output(
                "{'sum_due': {'amount': 'x'}, 'sold_to': 1, 'order_lines': 'none'}",
                Map.of("sum_due", sure(0.5, citation(3, 1, 2, 3, 4)))));

    List<ReviewItem> items = order.review();

    assertThat(items)
        .extracting(ReviewItem::field)
        .containsExactly("sumDue.amount", "soldTo", "orderLines");
    assertThat(items.get(0).confidence()).isEqualTo(0.5);
    assertThat(items.get(0).page()).isEqualTo(3);
  }

  /** Measured by what is allocated, which other load on the machine does not change. */
  @Test
  void aReviewOfManyValuesThatDoNotFitIsLinear() {
    long few = allocatedByReview(500);
    long many = allocatedByReview(2_000);

    assertThat(many).isBetween(1L, 8 * few);
  }

  private static long allocatedByReview(int rows) {
    String lines = String.join(",", Collections.nCopies(rows, "{'amount': 'x'}"));
    Extracted<Bill> bill = BILL.readLenient(Json.output("{'lines': [" + lines + "]}"));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    bill.review();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aRuleThatThrowsACheckedExceptionDoesNotHold() {
    ReviewRule<Bill> rule =
        ReviewRule.of("x", bill -> ReviewTest.<RuntimeException>undeclared(new IOException()));

    assertThat(read("{'total': 1, 'lines': []}", Map.of("total", sure(1))).review(rule))
        .extracting(ReviewItem::kind)
        .contains(Kind.RULE);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> boolean undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void aThresholdAboveOneIsRefused() {
    assertThatThrownBy(() -> ExtractionSchema.of(Wrong.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The component text of the record "
                + Wrong.class.getName()
                + " has a threshold of 90.0. Give it one from 0 to 1.");
  }

  private static Extracted<Bill> read(String json, Map<String, FieldMetadata> metadata) {
    return BILL.read(Json.output(json, metadata));
  }

  private static FieldMetadata sure(double confidence, Citation... citations) {
    return FieldMetadata.builder().ocrConfidence(confidence).citations(List.of(citations)).build();
  }

  private static Citation citation(int page, double left, double top, double right, double bottom) {
    return Citation.builder()
        .page(CitationPage.builder().number(page).width(600.0).height(800.0).build())
        .polygon(
            List.of(
                corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)))
        .build();
  }

  private static Point corner(double x, double y) {
    return Point.builder().x(x).y(y).build();
  }
}
