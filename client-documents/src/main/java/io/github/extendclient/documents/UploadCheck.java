package io.github.extendclient.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks before the upload whether the API would reject a document.
 *
 * <pre>{@code
 * List<UploadProblem> problems =
 *     UploadCheck.builder().maxBytes(100_000_000).maxPages(500).build().problems(document);
 * }</pre>
 *
 * <p>The type of the file, its password, and whether it can be opened are always checked. The API's
 * documentation states no limits of size and pages: set those of your plan, or your own. Immutable
 * and thread-safe.
 */
public final class UploadCheck {
  private final long maxBytes;
  private final int maxPages;
  private final @Nullable String password;

  private UploadCheck(Builder builder) {
    this.maxBytes = builder.maxBytes;
    this.maxPages = builder.maxPages;
    this.password = builder.password;
  }

  /**
   * Returns a builder for a check, at first without limits of size and pages.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the problems for which the API would reject a document.
   *
   * @param document the file, which is not changed
   * @return the problems, an unmodifiable list; empty if there are none
   * @throws IOException if the file cannot be read at all
   */
  public List<UploadProblem> problems(Path document) throws IOException {
    DocumentInfo facts = DocumentInfo.of(document, password);
    String name = String.valueOf(document.getFileName());
    List<UploadProblem> problems = new ArrayList<>();
    if (facts.kind() == DocumentKind.UNSUPPORTED) {
      problems.add(
          new UploadProblem(
              "FILE_TYPE_NOT_SUPPORTED",
              name + " has an ending that the API does not list. Convert it to PDF."));
    }
    if (facts.bytes() > maxBytes) {
      problems.add(
          new UploadProblem(
              "FILE_SIZE_TOO_LARGE",
              name
                  + " has "
                  + facts.bytes()
                  + " bytes, more than "
                  + maxBytes
                  + ". Cut it with PdfPages."));
    }
    if (facts.pages() != null && facts.pages() > maxPages) {
      problems.add(
          new UploadProblem(
              "FILE_SIZE_TOO_LARGE",
              name
                  + " has "
                  + facts.pages()
                  + " pages, more than "
                  + maxPages
                  + ". Cut it with PdfPages."));
    }
    if (facts.needsPassword()) {
      problems.add(
          new UploadProblem(
              "PASSWORD_PROTECTED_FILE",
              name
                  + (password == null
                      ? " needs a password. Give it with the upload."
                      : " needs another password.")));
    }
    if (!facts.isReadable()) {
      problems.add(
          new UploadProblem(
              "CORRUPT_FILE",
              name + (facts.bytes() == 0 ? " is empty." : " is a PDF that cannot be opened.")));
    }
    return List.copyOf(problems);
  }

  /** Sets limits. Not thread-safe. */
  public static final class Builder {
    private long maxBytes = Long.MAX_VALUE;
    private int maxPages = Integer.MAX_VALUE;
    private @Nullable String password;

    private Builder() {}

    /**
     * Sets the maximum size of a file.
     *
     * @param bytes the maximum; by default there is none
     * @return this
     */
    public Builder maxBytes(long bytes) {
      this.maxBytes = bytes;
      return this;
    }

    /**
     * Sets the maximum number of pages of a PDF or TIFF.
     *
     * @param pages the maximum; by default there is none
     * @return this
     */
    public Builder maxPages(int pages) {
      this.maxPages = pages;
      return this;
    }

    /**
     * Sets the password that the upload will have.
     *
     * @param text the password; null if there is none
     * @return this
     */
    public Builder password(@Nullable String text) {
      this.password = text;
      return this;
    }

    /**
     * Builds the check.
     *
     * @return a check with these limits
     */
    public UploadCheck build() {
      return new UploadCheck(this);
    }
  }
}
