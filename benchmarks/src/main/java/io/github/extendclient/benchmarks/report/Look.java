package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.codec.Libraries;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** The colours of a chart on a light or a dark page. */
enum Look {
  LIGHT(0xffffff, 0x1f2328, 0xd1d9e0),
  DARK(0x0d1117, 0xf0f6fc, 0x3d444d);

  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  private final Color page;
  private final Color text;
  private final Color line;

  Look(int page, int text, int line) {
    this.page = new Color(page);
    this.text = new Color(text);
    this.line = new Color(line);
  }

  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Colours that differ on both pages, for colour-blind readers too. */
  static Color colorOf(Libraries library) {
    return new Color(
        switch (library) {
          case OURS -> 0x0072b2;
          case JACKSON_PLAIN -> 0xe69f00;
          case AVAJE_PLAIN -> 0x009e73;
          case MOSHI_REFLECTION -> 0xcc79a7;
          case RETROFIT2_GSON -> 0x8c959f;
          case NATIVE_JACKSON -> 0xd55e00;
          case OKHTTP_GSON -> 0xb6a200;
          case SKIP_VALUE -> 0x56b4e9;
        });
  }

  void apply(CategoryStyler styler) {
    styler
        .setChartBackgroundColor(page)
        .setPlotBackgroundColor(page)
        .setPlotBorderVisible(false)
        .setChartFontColor(text)
        .setChartTitleBoxVisible(false)
        .setChartTitleFont(TITLE)
        .setLegendBackgroundColor(page)
        .setLegendBorderColor(page)
        .setLegendFont(TEXT)
        .setLegendPosition(Styler.LegendPosition.OutsideE);
    styler
        .setPlotGridLinesColor(line)
        .setPlotGridVerticalLinesVisible(false)
        .setAxisTickLabelsColor(text)
        .setAxisTickLabelsFont(TEXT)
        .setAxisTickMarksColor(line)
        .setYAxisMin(0.0);
    styler.setAvailableSpaceFill(0.8);
  }
}
