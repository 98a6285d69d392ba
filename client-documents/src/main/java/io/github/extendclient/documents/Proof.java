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
 * Shows the results of runs on their source: the pages with boxes, next to a list of what was read.
 *
 * <pre>{@code
 * Proof.builder(Path.of("invoice.pdf"))
 *     .add(parseRun)
 *     .add(extractRun)
 *     .build()
 *     .writeHtml(Path.of("invoice.html"));
 * }</pre>
 *
 * <p>The HTML file is complete and loads nothing, so it can be archived, mailed, and read offline.
 * The PDF is the source with annotations. Both contain the document: protect them as you protect
 * the document.
 *
 * <p>The source is a PDF or an image that Java can read. For a file of another type, use the PDF
 * that the API converted it to. Only the parse run says that the API rotated a page: add the parse
 * run too, or give it to {@link Builder#pagesOf}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Proof {
  private static final int DEFAULT_DPI = 110;
  private static final int MIN_DPI = 30;
  private static final int MAX_DPI = 300;

  /** More pages than a document has; a part that ends later is cut. */
  private static final int MAX_PAGES = 100_000;

  private final Builder options;

  private Proof(Builder options) {
    this.options = options;
  }

  /**
   * Returns a builder for the proof of a document.
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
   * @param target the file to write; an existing file is replaced
   * @throws IOException if the source cannot be read or the target cannot be written
   * @throws IllegalArgumentException if the source is neither a PDF nor an image that Java can
   *     read, or is the target
   */
  public void writeHtml(Path target) throws IOException {
    Targets.check(options.source, target);
    try (SourceDocument source = SourceDocument.open(options.source, options.password)) {
      new HtmlProof(this, source).write(target);
    }
  }

  /**
   * Writes the proof as a PDF: the source with an annotation for each place, whose note says what
   * was read.
   *
   * @param target the file to write, not the source; an existing file is replaced
   * @throws IOException if the source cannot be read or the target cannot be written
   * @throws IllegalArgumentException if the source is neither a PDF nor an image that Java can
   *     read, or is the target
   */
  public void writePdf(Path target) throws IOException {
    Targets.check(options.source, target);
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

  /**
   * Returns the positions of all findings on a page of the source, as fractions of the page as it
   * is shown.
   */
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

  /** Returns the pages to show. */
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

  /** Builds a proof. Not thread-safe. */
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
     * @param run the run, whose status is {@code PROCESSED}, with its output in the response
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
     * @param run the run, whose status is {@code PROCESSED}
     * @return this
     * @throws IllegalArgumentException if the run has no output
     */
    public Builder add(ExtractRun run) {
      ExtractOutput output = output(run.getOutput(), run.getId(), run.getStatus().value());
      return add(run.getId(), run.getFile(), ExtractFindings.of(output, fileId));
    }

    /**
     * Shows the class that a classify run chose, in the list only, because it is about the whole
     * document.
     *
     * @param run the run, whose status is {@code PROCESSED}
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
     * @param run the run, whose status is {@code PROCESSED}
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
     * @param run the run, whose status is {@code PROCESSED}
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
     * Uses the rotation and size of the pages in a parse run, without showing its blocks. Give the
     * run that {@code parseRunId} of the other runs names.
     *
     * @param run the run, whose status is {@code PROCESSED}
     * @return this
     */
    public Builder pagesOf(ParseRun run) {
      pages.putAll(PageMetadata.of(run));
      return this;
    }

    /**
     * Sets the ID of the source in the API, for runs over several files: only the citations of this
     * file are shown. Set it before such a run is added.
     *
     * @param id the ID of the file; null for all citations
     * @return this
     */
    public Builder fileId(@Nullable String id) {
      this.fileId = id;
      return this;
    }

    /**
     * Sets the password of the source.
     *
     * @param text the password; null if the source has none
     * @return this
     */
    public Builder password(@Nullable String text) {
      this.password = text;
      return this;
    }

    /**
     * Sets the heading of the proof.
     *
     * @param text the heading; null for the name of the source
     * @return this
     */
    public Builder title(@Nullable String text) {
      this.title = text;
      return this;
    }

    /**
     * Omits pages on which nothing was read.
     *
     * @return this
     */
    public Builder markedPagesOnly() {
      this.isMarkedOnly = true;
      return this;
    }

    /**
     * Sets the resolution of the pictures in the HTML, by default 110.
     *
     * @param pixelsPerInch from 30 to 300
     * @return this
     * @throws IllegalArgumentException if it is outside of that range
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
     * Builds the proof.
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
          IntStream.rangeClosed(split.getStartPage(), Math.min(split.getEndPage(), MAX_PAGES))
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
