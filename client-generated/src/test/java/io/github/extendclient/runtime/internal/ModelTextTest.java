package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTextTest {
  @Test
  void absentPropertiesAreNotWritten() {
    assertThat(new ModelText("Thing").add("a", null).add("b", 1).add("c", "d").toString())
        .isEqualTo("Thing{b=1, c=d}");
    assertThat(new ModelText("Thing").toString()).isEqualTo("Thing{}");
  }

  @Test
  void propertiesWithoutAGetterAreMasked() {
    assertThat(new ModelText("Thing").addNames(List.of("newSecret")).toString())
        .isEqualTo("Thing{newSecret=…}");
  }

  @Test
  void manyAndLongNamesAreCut() {
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> i + "x".repeat(1000)).toList();

    assertThat(new ModelText("Thing").addNames(names).toString())
        .endsWith("xxx…=…, and 950 more}")
        .hasSizeLessThan(11_000);
  }

  @Test
  void longListsAreCutAtTheFirstElementThatIsTooMuch() {
    int[] printed = {0};
    Object element =
        new Object() {
          @Override
          public String toString() {
            printed[0]++;
            return "x".repeat(90);
          }
        };

    String text = new ModelText("Thing").add("a", Collections.nCopies(10_000, element)).toString();

    assertThat(text).endsWith("xxx…] of 10000}").hasSizeLessThan(240);
    assertThat(printed[0]).isEqualTo(3);
  }

  @Test
  void shortCollectionsAreNotCut() {
    assertThat(new ModelText("T").add("a", List.of(1, 2)).add("b", Map.of("k", "v")).toString())
        .isEqualTo("T{a=[1, 2], b={k=v}}");
  }
}
