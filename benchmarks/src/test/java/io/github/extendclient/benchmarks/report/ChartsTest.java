package io.github.extendclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {
  @TempDir private Path folder;
  private final SampleResults sample = new SampleResults();

  @Test
  void eachChartIsAnSvgForLightAndForDarkPages() throws Exception {
    sample
        .scores
        .decode(Libraries.OURS, Document.PARSE_20_KB, 100, 80_000)
        .decode(Libraries.JACKSON_PLAIN, Document.PARSE_20_KB, 120, 100_000);

    String part = Charts.write(sample.build(), folder);

    assertThat(part)
        .contains("srcset=\"charts/decode-time-dark.svg\"")
        .contains("src=\"charts/decode-time-light.svg\"")
        .contains("srcset=\"charts/decode-memory-dark.svg\"")
        .doesNotContain("Left out");
    for (String file : List.of("decode-time", "decode-memory")) {
      for (Look look : Look.values()) {
        assertThat(colours("charts/" + file + "-" + look.suffix() + ".svg"))
            .contains(fill(Libraries.OURS), fill(Libraries.JACKSON_PLAIN))
            .doesNotContain(fill(Libraries.OKHTTP_GSON));
      }
    }
  }

  @Test
  void aBarThatWouldHideTheOthersIsLeftOutAndNamed() throws Exception {
    sample
        .scores
        .decode(Libraries.OURS, Document.PARSE_20_KB, 100, 80_000)
        .decode(Libraries.OKHTTP_GSON, Document.PARSE_20_KB, 7000, 90_000);

    String part = Charts.write(sample.build(), folder);

    assertThat(part)
        .endsWith(
            "Left out of the charts, as more than 6.00 times this client: stock `okhttp-gson` on"
                + " 20 KB.\n\n");
    assertThat(colours("charts/decode-time-light.svg")).doesNotContain(fill(Libraries.OKHTTP_GSON));
    assertThat(colours("charts/decode-memory-light.svg")).contains(fill(Libraries.OKHTTP_GSON));
  }

  private static String fill(Libraries library) {
    Color color = Look.colorOf(library);
    return "fill:rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }

  /** Returns the filled shapes of a chart; fails if it is not well-formed XML. */
  private Set<String> colours(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    NodeList elements =
        factory.newDocumentBuilder().parse(folder.resolve(file).toFile()).getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> ((Element) elements.item(i)).getAttribute("style"))
        .map(style -> style.replaceFirst(";.*", ""))
        .collect(Collectors.toSet());
  }
}
