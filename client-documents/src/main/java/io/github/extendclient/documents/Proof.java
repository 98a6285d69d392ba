package io.github.extendclient.documents;

import io.github.extendclient.v20260209.model.ClassifyOutput;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.EditSchemaGenerationResult;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.FormDetectionRun;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunOutput;
import io.github.extendclient.v20260209.model.Split;
import io.github.extendclient.v20260209.model.SplitOutput;
import io.github.extendclient.v20260209.model.SplitRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what was read where: the source, with boxes drawn upon it, beside a list of what was read.
 *
 * <pre>{@code
 * Proof.builder(Path.of("invoice.pdf"))
 *     .add(parseRun)
 *     .add(extractRun)
 *     .build()
 *     .writeHtml(Path.of("invoice.html"));
 * }</pre>
 *
 * <p>The HTML file holds everything that it shows and loads nothing: it can be kept, mailed and
 * read without a network. The PDF is the source with annotations. Both hold the document, so treat
 * them as you treat the document.
 *
 * <p>The source is a PDF or an image that Java can read. Of another kind, give the PDF that it was
 * converted to. A page that the API turned upright is only known from its parse run: add that too,
 * or name it with {@link Builder#pagesOf}.
 *
 * <p>Immutable; two threads may write at the same time.
 */
public final class Proof {
  private static final int DEFAULT_DPI = 110;
  private static final int MIN_DPI = 30;
  private static final int MAX_DPI = 300;

  private final Builder options;

  private Proof(Builder options) {
    this.options = options;
  }

  /**
   * A proof of a document.
   *
   * @param source the document that was uploaded: a PDF or an image
   * @return a new builder
   */
  public static Builder builder(Path source) {
    return new Builder(source);
  }

  /**
   * Writes the proof as one HTML file.
   *
   * @param target is written, or replaced
   * @throws IOException if the source cannot be read, or the target not be written
   * @throws IllegalArgumentException if the source is neither a PDF nor an image that Java can read
   */
  public void writeHtml(Path target) throws IOException {
    try (SourceDocument source = SourceDocument.open(options.source, options.password)) {
      new HtmlProof(this, source).write(target);
    }
  }

  /**
   * Writes the proof as a PDF: the source with an annotation for each place, whose note says what
   * was read.
   *
   * @param target is written, or replaced; not the source itself
   * @throws IOException if the source cannot be read, or the target not be written
   * @throws IllegalArgumentException if the source is neither a PDF nor an image that Java can
   *     read, or is the target
   */
  public void writePdf(Path target) throws IOException {
    if (target.toAbsolutePath().normalize().equals(options.source.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "The proof would replace its source " + target + ". Name another target.");
    }
    try (SourceDocument source = SourceDocument.open(options.source, options.password)) {
      new PdfProof(this, source).write(options.source, options.password, target);
    }
  }

  String title() {
    return options.title != null ? options.title : String.valueOf(options.source.getFileName());
  }

  List<String> runs() {
    return options.runs;
  }

  List<Finding> findings() {
    return options.findings;
  }

  int dpi() {
    return options.dpi;
  }

  /** The places of all findings on a page of the source, as parts of the page as it is shown. */
  List<Mark> marks(int page, PageShape shape) {
    PageFrame frame = new PageFrame(shape, options.pages.getOrDefault(page, PageMetadata.NONE));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < options.findings.size(); i++) {
      for (Area area : options.findings.get(i).areas()) {
        if (area.page() == page) {
          marks.add(new Mark(i, options.findings.get(i), frame.place(area)));
        }
      }
    }
    return marks;
  }

  /** The pages to show, of a source that has so many. */
  List<Integer> shownPages(int pageCount) {
    return IntStream.rangeClosed(1, pageCount)
        .filter(page -> !options.isMarkedOnly || hasMark(page))
        .boxed()
        .toList();
  }

  private boolean hasMark(int page) {
    return options.findings.stream()
        .flatMap(finding -> finding.areas().stream())
        .anyMatch(area -> area.page() == page);
  }

  /** Gathers what the proof shows. Not thread-safe. */
  public static final class Builder {
    private final Path source;
    private final List<String> runs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, PageMetadata> pages = new LinkedHashMap<>();
    private @Nullable String password;
    private @Nullable String title;
    private @Nullable String fileId;
    private boolean isMarkedOnly;
    private int dpi = DEFAULT_DPI;

    private Builder(Path source) {
      this.source = Objects.requireNonNull(source, "source");
    }

    private Builder(Builder other) {
      this(other.source);
      runs.addAll(other.runs);
      findings.addAll(other.findings);
      pages.putAll(other.pages);
      password = other.password;
      title = other.title;
      fileId = other.fileId;
      isMarkedOnly = other.isMarkedOnly;
      dpi = other.dpi;
    }

    /**
     * Shows the blocks of a parse run.
     *
     * @param run that is {@code PROCESSED} and was read with its output in the response
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(ParseRun run) {
      ParseRunOutput output = output(run.getOutput(), run.getId(), run.getStatus().value());
      pagesOf(run);
      return add(run.getId(), run.getFile(), ParseFindings.of(output));
    }

    /**
     * Shows the values of an extract run with their citations.
     *
     * @param run that is {@code PROCESSED}
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(ExtractRun run) {
      ExtractOutput output = output(run.getOutput(), run.getId(), run.getStatus().value());
      return add(run.getId(), run.getFile(), ExtractFindings.of(output, fileId));
    }

    /**
     * Shows the class that a classify run chose. It stands in the list only, as it is about the
     * whole document.
     *
     * @param run that is {@code PROCESSED}
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(ClassifyRun run) {
      ClassifyOutput output = output(run.getOutput(), run.getId(), run.getStatus().value());
      return add(
          run.getId(),
          run.getFile(),
          List.of(
              new Finding("class", "class", output.getType(), output.getConfidence(), List.of())));
    }

    /**
     * Shows the parts of a split run, each as a frame around its pages.
     *
     * @param run that is {@code PROCESSED}
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(SplitRun run) {
      SplitOutput output = output(run.getOutput(), run.getId(), run.getStatus().value());
      return add(
          run.getId(), run.getFile(), output.getSplits().stream().map(Builder::finding).toList());
    }

    /**
     * Shows the fields that were found in a form.
     *
     * @param run that is {@code PROCESSED}
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(FormDetectionRun run) {
      EditSchemaGenerationResult output =
          output(run.getOutput(), run.getId(), run.getStatus().value());
      return add(
          run.getId(),
          run.getFile(),
          FormFindings.of(
              output.getAnnotatedSchema() != null
                  ? output.getAnnotatedSchema()
                  : output.getSchema()));
    }

    /**
     * Takes from a parse run how pages were turned and measured, without showing its blocks: that
     * of the other runs' {@code parseRunId}.
     *
     * @param run that is {@code PROCESSED}
     * @return this
     */
    public Builder pagesOf(ParseRun run) {
      pages.putAll(PageMetadata.of(run));
      return this;
    }

    /**
     * The file that the source is, for runs over several files: only its citations are shown. Set
     * it before such a run is added.
     *
     * @param id of the file in the API; null for all citations
     * @return this
     */
    public Builder fileId(@Nullable String id) {
      this.fileId = id;
      return this;
    }

    /**
     * The password of the source.
     *
     * @param text null if it has none
     * @return this
     */
    public Builder password(@Nullable String text) {
      this.password = text;
      return this;
    }

    /**
     * The heading of the proof.
     *
     * @param text null for the name of the source
     * @return this
     */
    public Builder title(@Nullable String text) {
      this.title = text;
      return this;
    }

    /**
     * Leaves out pages on which nothing was read.
     *
     * @return this
     */
    public Builder markedPagesOnly() {
      this.isMarkedOnly = true;
      return this;
    }

    /**
     * How fine the pictures of pages in the HTML are; 110 unless set.
     *
     * @param pixelsPerInch from 30 to 300
     * @return this
     */
    public Builder dpi(int pixelsPerInch) {
      if (pixelsPerInch < MIN_DPI || pixelsPerInch > MAX_DPI) {
        throw new IllegalArgumentException(
            "dpi is " + pixelsPerInch + ": give " + MIN_DPI + " to " + MAX_DPI + ".");
      }
      this.dpi = pixelsPerInch;
      return this;
    }

    /**
     * The proof.
     *
     * @return a proof of what was added until now
     */
    public Proof build() {
      return new Proof(new Builder(this));
    }

    private Builder add(String run, @Nullable FileSummary file, List<Finding> added) {
      runs.add(run);
      findings.addAll(added);
      if (title == null && file != null) {
        title = file.getName();
      }
      return this;
    }

    private static Finding finding(Split split) {
      String pages =
          split.getStartPage() == split.getEndPage()
              ? "page " + split.getStartPage()
              : "pages " + split.getStartPage() + " to " + split.getEndPage();
      String identifier = split.getIdentifier().isEmpty() ? "" : split.getIdentifier() + ", ";
      return new Finding(
          "split",
          split.getType(),
          identifier + pages,
          null,
          IntStream.rangeClosed(split.getStartPage(), split.getEndPage())
              .mapToObj(Area::ofWholePage)
              .toList());
    }

    private static <T> T output(@Nullable T output, String id, String status) {
      if (output == null) {
        throw new IllegalArgumentException(
            "The run " + id + " has no output to show: it is " + status + ".");
      }
      return output;
    }
  }
}
