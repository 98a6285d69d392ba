package io.github.extendclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private final SampleResults sample = new SampleResults();

  @Test
  void aRatioIsThatOfTheMediansThatTheTablesShow() {
    sample
        .scores
        .decode(Libraries.OURS, Document.EXTRACT_50_KB, 210, 1)
        .decode(Libraries.JACKSON_PLAIN, Document.EXTRACT_50_KB, 200, 1);

    Target target = target("Decode extract run of 50 KB / Jackson on plain classes");

    assertThat(target.measured()).contains(210.0 / 200.0);
    assertThat(target.measuredText()).isEqualTo("1.05 ×");
    assertThat(target.limitText()).isEqualTo("1.10 ×");
    assertThat(target.verdict()).isEqualTo("met");
  }

  @Test
  void aTargetThatIsMissedIsCalledMissed() {
    sample.scores.call("ourJson", 6, 5000).call("plainJson", 4, 4500);

    assertThat(target("Call with small JSON / Retrofit with hand-written adapters, time").verdict())
        .isEqualTo("**missed**");
    assertThat(
            target("Call with small JSON / Retrofit with hand-written adapters, allocation")
                .verdict())
        .isEqualTo("met");
  }

  @Test
  void aTargetWithoutAMeasurementIsMissed() {
    Target target = target("Encode 500 KB / Jackson on plain classes");

    assertThat(target.measuredText()).isEqualTo("not measured");
    assertThat(target.verdict()).isEqualTo("**missed**");
  }

  @Test
  void theStartWithAnArchiveIsComparedWithOkHttpWithoutOne() {
    assertThat(
            target("First response over https with a class data archive / OkHttp alone without")
                .measured())
        .contains(420.0 / 500.0);
  }

  @Test
  void theConnectionCheckCostsWhatACreateTakesLongerWithIt() {
    Target create = target("Connection check before a create over HTTP/1.1");
    Target read = target("Read with the connection check of creates / without");

    assertThat(create.measuredText()).isEqualTo("1.20 ms");
    assertThat(create.limitText()).isEqualTo("1.50 ms");
    assertThat(read.measuredText()).isEqualTo("1.05 ×");
  }

  @Test
  void moreIsBetterWhereTheTargetIsTheLeast() {
    assertThat(Target.atLeast("rate", 0.9, "", Optional.of(0.95)).isMet()).isTrue();
    assertThat(Target.atLeast("rate", 0.9, "", Optional.of(0.85)).isMet()).isFalse();
    assertThat(Target.atLeast("rate", 0.9, "", Optional.of(0.85)).limitText())
        .isEqualTo("at least 0.90");
  }

  private Target target(String name) {
    return Targets.of(sample.build()).stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
