package io.github.extendclient.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Draws a page with a red rectangle, rotates and scales the rectangle as the API would, and checks
 * that the frame finds the red pixels in the picture of the source.
 */
class PageFrameTest {
  private static final PDRectangle MEDIA = new PDRectangle(0, 0, 600, 800);
  private static final PDRectangle CROP = new PDRectangle(50, 100, 400, 500);
  private static final PDRectangle RED = new PDRectangle(120, 420, 90, 30);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 90",
    "0, 180",
    "0, 270",
    "90, 0",
    "90, 90",
    "90, 270",
    "180, 0",
    "180, 180",
    "270, 0",
    "270, 90",
    "270, 270"
  })
  void boxesAreRightOnPagesThatThePdfAndTheApiTurn(int rotation, int applied) throws IOException {
    assertFound(MEDIA, rotation, applied, 72, MEDIA, false);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "0, 270", "180, 90"})
  void boxesAreRightOnCroppedPages(int rotation, int applied) throws IOException {
    assertFound(CROP, rotation, applied, 72, CROP, false);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "0, 270", "270, 90"})
  void boxesAreRightIfTheApiMeasuredTheWholeSheetOfACroppedPage(int rotation, int applied)
      throws IOException {
    assertFound(CROP, rotation, applied, 72, MEDIA, false);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "270, 270"})
  void boxesAreRightIfTheApiDidNotTurnAsThePdfAsks(int rotation, int applied) throws IOException {
    assertFound(MEDIA, rotation, applied, 72, MEDIA, true);
  }

  @ParameterizedTest
  @CsvSource({"150, 0", "200, 90", "96.5, 270"})
  void boxesAreRightAtAnyResolution(double dpi, int applied) throws IOException {
    assertFound(MEDIA, 0, applied, dpi, MEDIA, false);
  }

  @Test
  void boxesOfRunsWithoutMetadataAreScaledByTheSizeOfTheirPage() {
    PageFrame frame = new PageFrame(PageShape.ofImage(1200, 1600, 0), PageMetadata.NONE);
    Area area = new Area(1, List.of(new Corner(300, 400)), 600.0, 800.0, false);

    assertThat(frame.place(area)).containsExactly(new Corner(0.5, 0.5));
  }

  @Test
  void boxesWithoutAnySizeOfTheirPageAreInPoints() {
    PageFrame frame = new PageFrame(new PageShape(box(MEDIA), box(MEDIA), 0), PageMetadata.NONE);

    assertThat(frame.place(Area.of(1, 150, 200, 300, 400)))
        .containsExactly(
            new Corner(0.25, 0.25),
            new Corner(0.5, 0.25),
            new Corner(0.5, 0.5),
            new Corner(0.25, 0.5));
  }

  @Test
  void boxesOutsideOfThePageAreMovedToItsEdge() {
    PageFrame frame = new PageFrame(new PageShape(box(MEDIA), box(MEDIA), 0), PageMetadata.NONE);

    assertThat(frame.place(Area.of(1, -1e300, 400, 1e300, Double.NaN)))
        .containsExactly(
            new Corner(0, 0.5), new Corner(1, 0.5), new Corner(1, 0), new Corner(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1, 0.2", "3, 0.9, 0.8", "6, 0.8, 0.1", "8, 0.2, 0.9"})
  void aPhotoIsShownAsItsCameraAsks(int orientation, double x, double y) throws IOException {
    Path photo = folder.resolve("photo.jpg");
    Files.write(photo, Photos.jpeg(300, 200, orientation));

    try (SourceDocument source = SourceDocument.open(photo, null)) {
      PageShape shape = source.shape(1);
      double[] red = Drawn.redBox(source.render(1, 72));
      assertThat(shape.width()).isEqualTo(orientation > 4 ? 200 : 300);
      // The corner of the red part that is 0.1 and 0.2 from the upper left one as it is stored.
      assertThat(x < 0.5 ? red[2] : red[0]).isCloseTo(x, within(0.02));
      assertThat(y < 0.5 ? red[3] : red[1]).isCloseTo(y, within(0.02));
    }
  }

  @Test
  void boxesAreRightOnAPhotoIfTheApiTurnedItByItself() {
    PageFrame frame =
        new PageFrame(PageShape.ofImage(3000, 2000, 90), new PageMetadata(90, 750.0, 500.0, 72.0));
    Area area = new Area(1, List.of(new Corner(50, 75)), 500.0, 750.0, false);

    assertThat(frame.place(area).get(0).x()).isCloseTo(0.1, within(1e-9));
    assertThat(frame.place(area).get(0).y()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void theFrameOfAWholePageIsWholeWhateverTheRotation() {
    PageFrame frame =
        new PageFrame(
            new PageShape(box(MEDIA), box(MEDIA), 90), new PageMetadata(90, 800.0, 600.0, 150.0));

    assertThat(frame.place(Area.ofWholePage(1)))
        .allSatisfy(
            corner -> {
              assertThat(Math.min(corner.x(), 1 - corner.x())).isLessThan(0.01);
              assertThat(Math.min(corner.y(), 1 - corner.y())).isLessThan(0.01);
            });
  }

  /**
   * Draws, lets the test's API measure, and looks for the red pixels.
   *
   * @param crop the part that is shown
   * @param rotation that the PDF asks for
   * @param applied by the API on top
   * @param seen the part that the API rendered
   * @param isUnturned whether the API ignored the rotation of the PDF
   */
  private void assertFound(
      PDRectangle crop, int rotation, int applied, double dpi, PDRectangle seen, boolean isUnturned)
      throws IOException {
    Path file = folder.resolve("page.pdf");
    new Drawn().page(MEDIA, crop, rotation, RED).save(file);
    try (SourceDocument source = SourceDocument.open(file, null)) {
      PageShape shape = source.shape(1);
      int turned = isUnturned ? 0 : rotation;
      boolean isSideways = turned % 180 != 0;
      double width = isSideways ? seen.getHeight() : seen.getWidth();
      double height = isSideways ? seen.getWidth() : seen.getHeight();
      Area area = measured(seen, turned, applied, width, height, dpi);
      PageMetadata metadata = new PageMetadata(applied, width, height, dpi);

      List<Corner> found = new PageFrame(shape, metadata).place(area);

      double[] red = Drawn.redBox(source.render(1, 144));
      assertThat(least(found, true)).isCloseTo(red[0], within(0.004));
      assertThat(least(found, false)).isCloseTo(red[1], within(0.004));
      assertThat(most(found, true)).isCloseTo(red[2], within(0.004));
      assertThat(most(found, false)).isCloseTo(red[3], within(0.004));
    }
  }

  /**
   * Returns the red rectangle as the API gives it: on the part that it rendered, rotated and
   * scaled.
   */
  private static Area measured(
      PDRectangle seen, int turned, int applied, double width, double height, double dpi) {
    double left = (RED.getLowerLeftX() - seen.getLowerLeftX()) / seen.getWidth();
    double right = (RED.getUpperRightX() - seen.getLowerLeftX()) / seen.getWidth();
    double top = 1 - (RED.getUpperRightY() - seen.getLowerLeftY()) / seen.getHeight();
    double bottom = 1 - (RED.getLowerLeftY() - seen.getLowerLeftY()) / seen.getHeight();
    boolean isSideways = applied % 180 != 0;
    double uprightWidth = (isSideways ? height : width) * dpi / 72;
    double uprightHeight = (isSideways ? width : height) * dpi / 72;
    List<Corner> corners =
        List.of(new Corner(left, top), new Corner(right, bottom)).stream()
            .map(corner -> PageShape.turn(corner, turned + applied))
            .map(corner -> new Corner(corner.x() * uprightWidth, corner.y() * uprightHeight))
            .toList();
    return Area.of(
        1, least(corners, true), least(corners, false), most(corners, true), most(corners, false));
  }

  private static PageShape.Box box(PDRectangle rectangle) {
    return new PageShape.Box(
        rectangle.getLowerLeftX(),
        rectangle.getLowerLeftY(),
        rectangle.getWidth(),
        rectangle.getHeight());
  }

  private static double least(List<Corner> corners, boolean isX) {
    return corners.stream().mapToDouble(c -> isX ? c.x() : c.y()).min().orElseThrow();
  }

  private static double most(List<Corner> corners, boolean isX) {
    return corners.stream().mapToDouble(c -> isX ? c.x() : c.y()).max().orElseThrow();
  }
}
