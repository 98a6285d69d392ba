package io.github.extendclient.documents;

import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.Split;
import io.github.extendclient.v20260209.model.SplitOutput;
import io.github.extendclient.v20260209.model.SplitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.multipdf.PageExtractor;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Cuts pages out of a PDF.
 *
 * <pre>{@code
 * PdfPages.cut(source, target, PageRange.builder().start(3).end(5).build());
 * List<Path> parts = PdfPages.split(source, splitRun, folder);
 * }</pre>
 *
 * <p>The source is never changed. The new files have only its pages, without bookmarks and
 * attachments.
 */
public final class PdfPages {
  private static final int MAX_NAME = 60;

  private PdfPages() {}

  /**
   * Writes pages of a PDF to another PDF.
   *
   * @param source a PDF without a password
   * @param target the file to write; an existing file is replaced
   * @param ranges the ranges of pages in the order of the new file, from 1, both ends included
   * @throws IOException if the source cannot be read or the target cannot be written
   * @throws IllegalArgumentException if no range is given, one is outside of the document, or the
   *     target is the source
   */
  public static void cut(Path source, Path target, PageRange... ranges) throws IOException {
    if (ranges.length == 0) {
      throw new IllegalArgumentException("There is no range of pages: give at least one.");
    }
    Targets.check(source, target);
    try (PDDocument pdf = Loader.loadPDF(source.toFile())) {
      for (PageRange range : ranges) {
        check(pdf, range.getStart(), range.getEnd());
      }
      write(pdf, target, List.of(ranges));
    }
  }

  /**
   * Splits a PDF by the result of a split run.
   *
   * @param source the PDF that was split, without a password
   * @param run the split run, whose status is {@code PROCESSED}
   * @param folder the folder to write to, created if missing; files with the same names are
   *     replaced
   * @return the files, one for each split in their order, named by number, type and identifier,
   *     such as {@code 01-invoice-INV-1042.pdf}
   * @throws IOException if the source cannot be read or a file cannot be written
   * @throws IllegalArgumentException if the run has no output, names pages that the document does
   *     not have, or a file would replace the source
   */
  public static List<Path> split(Path source, SplitRun run, Path folder) throws IOException {
    SplitOutput output = run.getOutput();
    if (output == null) {
      throw new IllegalArgumentException(
          "The run " + run.getId() + " has no output: it is " + run.getStatus().value() + ".");
    }
    List<Path> parts = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(source.toFile())) {
      for (Split split : output.getSplits()) {
        check(pdf, split.getStartPage(), split.getEndPage());
        Path part = folder.resolve(name(parts.size() + 1, split));
        Targets.check(source, part);
        parts.add(part);
      }
      Files.createDirectories(folder);
      for (int i = 0; i < parts.size(); i++) {
        Split split = output.getSplits().get(i);
        write(
            pdf,
            parts.get(i),
            List.of(
                PageRange.builder().start(split.getStartPage()).end(split.getEndPage()).build()));
      }
    }
    return List.copyOf(parts);
  }

  private static void check(PDDocument pdf, int start, int end) {
    int count = pdf.getNumberOfPages();
    if (start < 1 || end < start || end > count) {
      throw new IllegalArgumentException(
          "The document has "
              + count
              + (count == 1 ? " page" : " pages")
              + ": it has no "
              + (start == end ? "page " + start : "pages " + start + " to " + end)
              + ".");
    }
  }

  private static void write(PDDocument pdf, Path target, List<PageRange> ranges)
      throws IOException {
    PDFMergerUtility merger = new PDFMergerUtility();
    try (PDDocument result = new PDDocument()) {
      for (PageRange range : ranges) {
        PageExtractor extractor = new PageExtractor(pdf, range.getStart(), range.getEnd());
        try (PDDocument pages = extractor.extract()) {
          merger.appendDocument(result, pages);
        }
      }
      result.save(target.toFile());
    }
  }

  /** Returns a file name that stays within the folder. */
  private static String name(int number, Split split) {
    String text = String.join("-", split.getType(), split.getIdentifier());
    String plain = text.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String cut = CutText.start(plain, MAX_NAME);
    return String.format(Locale.ROOT, "%02d-%s.pdf", number, cut.isEmpty() ? "part" : cut);
  }
}
