package io.github.extendclient.documents;

import static io.github.extendclient.documents.Runs.block;
import static io.github.extendclient.documents.Runs.cited;
import static io.github.extendclient.documents.Runs.sure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.v20260209.model.BlockType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows the HTML of proofs in Chromium, and writes screenshots to target/screenshots. */
class BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @TempDir static Path folder;

  private static Chromium browser;
  private static Path html;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> executable = Chromium.executable();
    Assumptions.assumeTrue(
        executable.isPresent(), "BrowserTest is skipped: Chromium is not installed.");
    Path source = folder.resolve("invoice.pdf");
    new Drawn()
        .text("Invoice INV-1042", "", "Tea   2   3.50", "Total   7.00")
        .text("Conditions of payment", "Thirty days net.")
        .save(source);
    html = folder.resolve("invoice.html");
    Proof.builder(source)
        .add(
            Runs.parse(
                block(BlockType.HEADING, 1, "Invoice INV-1042", 70, 58, 180, 78),
                block(BlockType.TABLE, 1, "| Tea | 2 | 3.50 |", 70, 96, 240, 132),
                block(BlockType.TEXT, 2, "Thirty days net.\n\nשלום עולם", 70, 76, 200, 96)))
        .add(
            Runs.extract(
                "{'number':'INV-1042','total':7.00,'terms':'30 days','lines':[{'item':'Tea'}]}",
                Map.of(
                    "number", sure(0.99, cited(1, 114, 61, 169, 76)),
                    "total", sure(0.62, cited(1, 109, 114, 137, 132)),
                    "terms", sure(0.85, cited(2, 72, 78, 165, 94)))))
        .build()
        .writeHtml(html);
    browser = new Chromium(executable.get(), Path.of("target", "chromium").toAbsolutePath());
    Files.createDirectories(SCREENSHOTS);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.colorScheme("light");
    browser.size(1280, 900);
    browser.open(html);
  }

  @Test
  void hoveringAFieldLightsUpItsPlace(TestInfo test) throws IOException {
    browser.hover("nav [data-f=\"4\"]");

    assertThat(lit()).isEqualTo("[\"4\",\"4\"]");
    save(test);
  }

  @Test
  void hoveringAPlaceLightsUpItsField() {
    browser.hover("g[data-f=\"3\"]");

    assertThat(lit()).isEqualTo("[\"3\",\"3\"]");
  }

  @Test
  void aSmallPlaceIsReachedOnTopOfALargeOne() {
    browser.hover("g[data-f=\"4\"]");

    assertThat(lit()).isEqualTo("[\"4\",\"4\"]");
  }

  @Test
  void leavingAPlaceTurnsTheLightOff() {
    browser.hover("g[data-f=\"3\"]");
    browser.hover("figcaption");

    assertThat(lit()).isEqualTo("[]");
  }

  @Test
  void theKeyboardGoesThroughTheListToThePlaceAndBack() {
    browser.evaluate("document.querySelector('.f').focus()");
    browser.press("ArrowDown");
    browser.press("ArrowDown");
    assertThat(lit()).isEqualTo("[\"2\",\"2\"]");

    browser.press("Enter");
    assertThat(focused()).isEqualTo("g 2");
    assertThat(
            browser
                .evaluate(
                    "(() => { const r = document.querySelector('g[data-f=\"2\"]')"
                        + ".getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()")
                .asBoolean())
        .isTrue();

    browser.press("Escape");
    assertThat(focused()).isEqualTo("BUTTON 2");
  }

  @Test
  void aClickOnAFieldShowsItsPlaceOnAnotherPage() {
    browser.click("nav [data-f=\"5\"]");

    assertThat(focused()).isEqualTo("g 5");
  }

  @Test
  void aKindCanBeHidden() {
    browser.click("[data-kind=\"table\"]");

    assertThat(
            browser
                .evaluate("getComputedStyle(document.querySelector('g.k-table')).display")
                .asString())
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({"light, 'rgb(243, 244, 246)'", "dark, 'rgb(15, 18, 24)'"})
  void theThemeIsThatOfTheSystem(String scheme, String background) throws IOException {
    browser.colorScheme(scheme);
    browser.open(html);

    assertThat(background()).isEqualTo(background);
    Files.write(SCREENSHOTS.resolve("theme-" + scheme + ".png"), browser.screenshot());
  }

  @Test
  void theThemeCanBeSwitched() {
    browser.click("#theme");
    assertThat(background()).isEqualTo("rgb(15, 18, 24)");

    browser.click("#theme");
    assertThat(background()).isEqualTo("rgb(243, 244, 246)");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 768, 1280, 1600})
  void nothingIsWiderThanTheWindow(int width) throws IOException {
    browser.size(width, 900);
    browser.open(html);

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asNumber().intValue())
        .isEqualTo(width);
    assertThat(
            browser
                .evaluate(
                    "document.querySelector('figure img').getBoundingClientRect().width > 300")
                .asBoolean())
        .isTrue();
    Files.write(SCREENSHOTS.resolve("width-" + width + ".png"), browser.screenshot());
  }

  @Test
  void thePictureAndItsPlacesHaveTheSameFrame() {
    assertThat(
            browser
                .evaluate(
                    "JSON.stringify(document.querySelector('img').getBoundingClientRect()) ==="
                        + " JSON.stringify(document.querySelector('svg').getBoundingClientRect())")
                .asBoolean())
        .isTrue();
  }

  @Test
  void itPrintsTheListAndEachPage() throws IOException {
    byte[] pdf = browser.print();

    Files.write(SCREENSHOTS.resolve("print.pdf"), pdf);
    try (PDDocument printed = Loader.loadPDF(pdf)) {
      assertThat(printed.getNumberOfPages()).isEqualTo(3);
    }
  }

  private static String lit() {
    return browser
        .evaluate(
            "JSON.stringify(Array.from(document.querySelectorAll('.on')).map(e => e.dataset.f))")
        .asString();
  }

  private static String focused() {
    return browser
        .evaluate("document.activeElement.tagName + ' ' + document.activeElement.dataset.f")
        .asString();
  }

  private static String background() {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").asString();
  }

  private static void save(TestInfo test) throws IOException {
    Files.write(
        SCREENSHOTS.resolve(test.getTestMethod().orElseThrow().getName() + ".png"),
        browser.screenshot());
  }
}
