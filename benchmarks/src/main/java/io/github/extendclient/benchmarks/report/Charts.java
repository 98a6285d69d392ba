package io.github.extendclient.benchmarks.report;

import static io.github.extendclient.benchmarks.jmh.Case.DECODE;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.Score;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;

/** Bars of decoding, each library on each document, as SVG for light and for dark pages. */
public final class Charts {
  private static final String FOLDER = "charts";
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  // A longer bar would leave nothing to be seen of the others.
  private static final double LONGEST = 6;

  private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d\\d)\\d+");

  private final Results results;
  private final Set<String> leftOut = new LinkedHashSet<>();

  private Charts(Results results) {
    this.results = results;
  }

  /**
   * Writes the files.
   *
   * @param module the folder beside whose page they stand
   * @return the part of the page that shows them
   */
  public static String write(Results results, Path module) {
    System.setProperty("java.awt.headless", "true");
    Charts charts = new Charts(results);
    String time =
        charts.write(module, "decode-time", "Decoding, ns for each byte", 1e3, Charts::micros);
    String memory =
        charts.write(module, "decode-memory", "Allocation, bytes for each byte", 1, Score::bytes);
    return time + "\n" + memory + "\n" + charts.note();
  }

  private static double micros(Score score) {
    return score.micros().median();
  }

  private String write(
      Path module, String name, String title, double unit, ToDoubleFunction<Score> number) {
    Path folder = module.resolve(FOLDER);
    try {
      Files.createDirectories(folder);
      for (Look look : Look.values()) {
        CategoryChart chart = chart(title, unit, number, look);
        Files.writeString(folder.resolve(name + "-" + look.suffix() + ".svg"), svg(chart));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The chart " + name + " could not be written.", e);
    }
    String path = FOLDER + "/" + name;
    return "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\""
        + path
        + "-dark.svg\">\n  <img alt=\""
        + title
        + "\" src=\""
        + path
        + "-light.svg\">\n</picture>\n";
  }

  /** With two digits behind the point, which halves the file. */
  private static String svg(CategoryChart chart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, bytes, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    return LONG_FRACTION.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("$1");
  }

  private CategoryChart chart(
      String title, double unit, ToDoubleFunction<Score> number, Look look) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    look.apply(chart.getStyler());
    List<Document> documents =
        Arrays.stream(Document.values())
            .filter(document -> score(Libraries.OURS, document).isPresent())
            .toList();
    List<String> names = documents.stream().map(Names::of).toList();
    for (Libraries library : Libraries.values()) {
      if (library == Libraries.SKIP_VALUE) {
        continue;
      }
      List<@Nullable Double> values = new ArrayList<>();
      for (Document document : documents) {
        values.add(value(library, document, unit, number));
      }
      if (values.stream().anyMatch(Objects::nonNull)) {
        chart.addSeries(Names.plain(library), names, values).setFillColor(Look.colorOf(library));
      }
    }
    return chart;
  }

  /** Null if it was not measured, or is far too long. */
  private @Nullable Double value(
      Libraries library, Document document, double unit, ToDoubleFunction<Score> number) {
    Optional<Score> score = score(library, document);
    if (score.isEmpty()) {
      return null;
    }
    double value = number.applyAsDouble(score.get());
    double ours = number.applyAsDouble(score(Libraries.OURS, document).orElseThrow());
    if (value > LONGEST * ours) {
      leftOut.add(Names.of(library) + " on " + Names.of(document));
      return null;
    }
    return value * unit / document.bytes(TagPlace.FIRST).length;
  }

  private Optional<Score> score(Libraries library, Document document) {
    return results.scores().score(Case.of(DECODE, library, document));
  }

  private String note() {
    return leftOut.isEmpty()
        ? ""
        : "Left out of the charts, as more than "
            + Numbers.of(LONGEST)
            + " times this client: "
            + String.join("; ", leftOut)
            + ".\n\n";
  }
}
