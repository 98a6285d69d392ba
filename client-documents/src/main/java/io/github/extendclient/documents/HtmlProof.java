package io.github.extendclient.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a proof as one HTML file, page by page, so that only one picture is in memory. For one use
 * on one thread.
 */
final class HtmlProof {
  /** The maximum length of a text in the list. */
  private static final int MAX_TEXT = 400;

  /**
   * The content security policy: the file loads nothing, whatever the text of the document
   * contains.
   */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  private final Proof proof;
  private final SourceDocument source;

  HtmlProof(Proof proof, SourceDocument source) {
    this.proof = proof;
    this.source = source;
  }

  void write(Path target) throws IOException {
    List<Integer> pages = proof.shownPages(source.pageCount());
    try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      writeHead(out);
      writeList(out, pages);
      writePages(out, pages);
      out.write("</main>\n<script>\n" + resource("proof.js") + "</script>\n</body>\n</html>\n");
    }
  }

  private void writeHead(Writer out) throws IOException {
    String title = Markup.text(proof.title());
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>" + title + "</title>\n");
    out.write("<style>\n" + resource("proof.css") + "</style>\n</head>\n<body>\n");
    out.write("<header>\n<div><h1 dir=\"auto\">" + title + "</h1>\n");
    out.write("<p>" + Markup.text(String.join(", ", proof.runs())) + "</p></div>\n");
    out.write("<button type=\"button\" id=\"theme\" aria-pressed=\"false\">Dark</button>\n");
    out.write("<div class=\"legend\" role=\"group\" aria-label=\"Shown\">\n");
    for (Map.Entry<String, Integer> kind : kinds().entrySet()) {
      String name = Markup.text(kind.getKey());
      out.write("<label class=\"k-" + name + "\"><input type=\"checkbox\" checked data-kind=\"");
      out.write(name + "\"><i></i>" + name.replace('_', ' '));
      out.write(" <span>" + kind.getValue() + "</span></label>\n");
    }
    out.write("</div>\n</header>\n<main>\n");
  }

  private Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    proof.findings().forEach(finding -> kinds.merge(finding.kind(), 1, Integer::sum));
    return kinds;
  }

  private void writeList(Writer out, List<Integer> pages) throws IOException {
    out.write("<nav aria-label=\"What was read\">\n");
    if (proof.findings().isEmpty()) {
      out.write("<p>Nothing was read.</p>\n");
    }
    out.write("<ol>\n");
    for (int i = 0; i < proof.findings().size(); i++) {
      writeFinding(out, i, proof.findings().get(i));
    }
    out.write("</ol>\n");
    int left = source.pageCount() - pages.size();
    if (left > 0) {
      out.write(
          "<p>"
              + left
              + (left == 1 ? " page has" : " pages have")
              + " nothing to show and "
              + (left == 1 ? "is" : "are")
              + " left out.</p>\n");
    }
    out.write("</nav>\n");
  }

  private static void writeFinding(Writer out, int index, Finding finding) throws IOException {
    String kind = Markup.text(finding.kind());
    out.write("<li data-k=\"" + kind + "\"><button type=\"button\" class=\"f k-" + kind);
    out.write("\" data-f=\"" + index + "\"><i></i>");
    out.write("<span class=\"l\" dir=\"auto\">" + Markup.text(finding.label()) + "</span>");
    out.write(confidence(finding));
    String text = finding.text().strip();
    if (!text.isEmpty()) {
      String cut = CutText.withEllipsis(text, MAX_TEXT);
      out.write("<span class=\"v\" dir=\"auto\">" + Markup.text(cut) + "</span>");
    }
    out.write("<span class=\"p\">" + pages(finding) + "</span></button></li>\n");
  }

  private static String confidence(Finding finding) {
    Double confidence = finding.confidence();
    if (confidence == null) {
      return "";
    }
    String level = confidence < 0.7 ? "low" : confidence < 0.9 ? "mid" : "high";
    String percent = String.format(Locale.ROOT, "%.0f", Math.floor(confidence * 100));
    return "<span class=\"c "
        + level
        + "\" title=\"Confidence\">"
        + percent
        + " %<b style=\"--c:"
        + percent
        + "%\"></b></span>";
  }

  private static String pages(Finding finding) {
    List<Integer> pages =
        finding.areas().stream().map(Area::page).filter(Objects::nonNull).distinct().toList();
    if (pages.isEmpty()) {
      return "no place";
    }
    String first = "page " + pages.get(0);
    return pages.size() == 1 ? first : first + " and " + (pages.size() - 1) + " more";
  }

  private void writePages(Writer out, List<Integer> pages) throws IOException {
    out.write("<section aria-label=\"Pages\">\n");
    JpegPictures pictures = new JpegPictures();
    for (int page : pages) {
      PageShape shape = source.shape(page);
      String size = number(shape.width()) + " " + number(shape.height());
      out.write("<figure id=\"page-" + page + "\">\n<figcaption>Page " + page + "</figcaption>\n");
      out.write("<div style=\"aspect-ratio:" + size.replace(' ', '/') + "\"><img alt=\"Page ");
      out.write(page + "\" src=\"data:image/jpeg;base64,");
      out.write(pictures.base64(source.render(page, proof.dpi())));
      out.write("\">\n<svg viewBox=\"0 0 " + size + "\" preserveAspectRatio=\"none\">\n");
      List<Mark> marks = proof.marks(page, shape);
      // Small ones on top of large ones, so that the pointer reaches all.
      for (Mark mark :
          marks.stream().sorted(Comparator.comparingDouble(HtmlProof::size).reversed()).toList()) {
        writeMark(out, mark, shape);
      }
      out.write("</svg></div>\n</figure>\n");
    }
    out.write("</section>\n");
  }

  private static void writeMark(Writer out, Mark mark, PageShape shape) throws IOException {
    String kind = Markup.text(mark.finding().kind());
    out.write("<g class=\"k-" + kind + "\" data-k=\"" + kind + "\" data-f=\"" + mark.index());
    out.write("\" tabindex=\"-1\"><title>" + Markup.text(mark.finding().label()) + "</title>");
    out.write("<polygon points=\"");
    for (Corner corner : mark.corners()) {
      out.write(number(corner.x() * shape.width()) + ",");
      out.write(number(corner.y() * shape.height()) + " ");
    }
    out.write("\"/></g>\n");
  }

  /** How large a mark is, by the rule for polygons. */
  private static double size(Mark mark) {
    List<Corner> corners = mark.corners();
    double sum = 0;
    for (int i = 0; i < corners.size(); i++) {
      Corner corner = corners.get(i);
      Corner next = corners.get((i + 1) % corners.size());
      sum += corner.x() * next.y() - next.x() * corner.y();
    }
    return Math.abs(sum);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlProof.class.getResourceAsStream(name)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      Objects.requireNonNull(in, name).transferTo(text);
      return text.toString(StandardCharsets.UTF_8);
    }
  }
}
