package io.github.extendclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
  private final SampleResults sample = new SampleResults();

  @Test
  void opensWithFiveSentences() {
    sample
        .scores
        .decode(Libraries.OURS, Document.PARSE_500_KB, 2000, 1_000_000)
        .decode(Libraries.JACKSON_PLAIN, Document.PARSE_500_KB, 2500, 4_000_000)
        .decode(Libraries.AVAJE_PLAIN, Document.PARSE_500_KB, 1600, 2_000_000)
        .encode(Libraries.OURS, Document.PARSE_500_KB, 1500)
        .encode(Libraries.JACKSON_PLAIN, Document.PARSE_500_KB, 1250)
        .call("ourJson", 5, 5400)
        .call("plainJson", 4.5, 4500);

    String page = ResultsPage.of(sample.build(), "");

    assertThat(page.lines().skip(2).limit(4))
        .containsExactly(
            "A parse run of 500 KB is decoded in 2.00 ms: 0.80 × the time and 0.25 × the memory of"
                + " Jackson on plain classes, and 1.25 × the time and 0.50 × the memory of code"
                + " that avaje-jsonb generates for the same plain classes.",
            "It is encoded in 1.50 ms, 1.20 × the time of Jackson on plain classes.",
            "Beyond the network, a small call takes 5.00 µs and allocates 5,400 bytes: 1.11 × the"
                + " time of Retrofit with hand-written adapters.",
            "The first response over https arrives 600 ms after the start of the process, 1.20 ×"
                + " the time of OkHttp alone; with a class data archive it arrives after 420 ms,"
                + " 0.84 × that time.");
    assertThat(page.lines().skip(6).findFirst().orElseThrow())
        .matches("\\d+ of \\d+ targets are met; the table marks the \\d+ that are missed\\.");
  }

  @Test
  void showsTheRatioOfTheTimesBesideThem() {
    sample
        .scores
        .decode(Libraries.OURS, Document.PARSE_20_KB, 100, 80_000)
        .decode(Libraries.JACKSON_PLAIN, Document.PARSE_20_KB, 125, 100_000);

    assertThat(ResultsPage.of(sample.build(), ""))
        .contains(
            "| 20 KB | **this client** | 100 (95.0–105) |  | 4.00 |  |\n"
                + "| 20 KB | Jackson on plain classes | 125 (120–130) | 0.80 × | 5.00 | 0.80 × |\n");
  }

  @Test
  void aPartThatFailedIsNamedAndTheOthersAreShown() {
    sample.start = new Part<>(null, "first response: java.lang.IllegalStateException: no JVM");

    String page = ResultsPage.of(sample.build(), "");

    assertThat(page)
        .contains(
            "**Not measured, as it failed:**\n\n"
                + "- first response: java.lang.IllegalStateException: no JVM\n")
        .contains("The first response over https arrives (not measured) after the start")
        .contains(
            "| First response over https / OkHttp alone | 1.30 × | not measured | **missed** |")
        .contains("in a heap of 19 MB; OkHttp with Jackson on plain classes needs 18 MB.");
  }

  @Test
  void theUnfilteredRateStandsBesideTheFilteredOne() {
    assertThat(ResultsPage.of(sample.build(), ""))
        .contains(
            "| **this client**, 20 ms | 100000 | 65.0 | 1,500 (1,495–1,505) | 3"
                + " | 1,400 (1,395–1,405) | 3 | 6.50 |");
  }

  @Test
  void saysWhatARivalCannotRead() {
    sample.scores.refused(Libraries.OKHTTP_GSON, Document.PARSE_500_KB, "no\nway | at all");

    assertThat(ResultsPage.of(sample.build(), ""))
        .contains("| stock `okhttp-gson` | 500 KB | no way / at all |");
  }
}
