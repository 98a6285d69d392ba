package io.github.extendclient.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files that block a reader, fill its memory or overflow its stack; the same for each seed. */
final class HostileFiles {
  private static final int DAMAGED = 60;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Random random;

  private HostileFiles(long seed) {
    this.random = new Random(seed);
  }

  /** More than a hundred files by name. */
  static Map<String, byte[]> all(long seed) {
    HostileFiles hostile = new HostileFiles(seed);
    hostile.forms();
    hostile.pageTrees();
    hostile.bombs();
    hostile.syntax();
    hostile.fonts();
    hostile.text();
    hostile.damaged();
    return hostile.files;
  }

  /** A form that draws itself twice. */
  static byte[] selfDrawingForm() {
    return RawPdf.onePage("/X Do").form("/XObject<</X 5 0 R>>", "/X Do /X Do").bytes();
  }

  /** A page tree that states more pages than there are. */
  static byte[] forgedCount(String count) {
    return new RawPdf()
        .add("<</Type/Pages/Kids[3 0 R]/Count " + count + ">>").add(RawPdf.PAGE).stream("", "")
            .bytes();
  }

  /** A page at this depth of the page tree. */
  static byte[] deepTree(int levels) {
    RawPdf pdf = new RawPdf();
    for (int i = 2; i < levels + 2; i++) {
      String parent = i == 2 ? "" : "/Parent " + (i - 1) + " 0 R";
      pdf.add("<</Type/Pages" + parent + "/Kids[" + (i + 1) + " 0 R]/Count 1>>");
    }
    return pdf.add("<</Type/Page/Parent " + (levels + 1) + " 0 R/MediaBox[0 0 9 9]>>").bytes();
  }

  /** A content stream of this size, compressed to about a thousandth. */
  static byte[] contentBomb(int bytes) {
    byte[] blanks = new byte[bytes];
    Arrays.fill(blanks, (byte) ' ');
    return new RawPdf().add(RawPdf.PAGES).add(RawPdf.PAGE).deflated("", blanks).bytes();
  }

  /** A character map of this size, compressed to about a thousandth. */
  static byte[] mapBomb(int bytes) {
    byte[] blanks = new byte[bytes];
    Arrays.fill(blanks, (byte) ' ');
    return RawPdf.onePage("BT /F 9 Tf (text) Tj ET")
        .add("null")
        .add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>")
        .deflated("", blanks)
        .bytes();
  }

  /** Forms, each of which draws the next one twice. */
  static byte[] doublingForms(int forms) {
    return forms(forms, "/X Do /X Do");
  }

  /** Forms, each of which draws the next one. */
  static byte[] nestedForms(int forms) {
    return forms(forms, "/X Do");
  }

  private static byte[] forms(int forms, String content) {
    RawPdf pdf = RawPdf.onePage("/X Do");
    for (int i = 5; i < forms + 4; i++) {
      pdf.form("/XObject<</X " + (i + 1) + " 0 R>>", content);
    }
    return pdf.form("", "q Q").bytes();
  }

  private void add(String name, byte[] bytes) {
    files.put(files.size() + " " + name, bytes);
  }

  private void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void forms() {
    add("self.pdf", selfDrawingForm());
    for (int forms : new int[] {20, 40, 49, 60, 2000}) {
      add("doubling.pdf", doublingForms(forms));
    }
    add(
        "pattern.pdf",
        RawPdf.onePage("/Pattern cs /P scn 0 0 9 9 re f").stream(
                "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1"
                    + "/YStep 1/Resources<</Pattern<</P 5 0 R>>>>",
                "/Pattern cs /P scn 0 0 9 9 re f")
            .bytes());
    add(
        "group.pdf",
        RawPdf.onePage("/X Do").stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>"
                    + "/Resources<</XObject<</X 5 0 R>>>>",
                "/X Do /X Do")
            .bytes());
  }

  private void pageTrees() {
    for (String count : new String[] {"1000000000", "-1", "2147483647", "99999999999", "1.5"}) {
      add("count.pdf", forgedCount(count));
    }
    for (int levels : new int[] {51, 1000, 20_000}) {
      add("deep.pdf", deepTree(levels));
    }
    add("own kid.pdf", new RawPdf().add("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>").bytes());
    add(
        "cycle.pdf",
        new RawPdf()
            .add("<</Type/Pages/Kids[3 0 R 3 0 R]/Count 9>>")
            .add("<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 9>>")
            .bytes());
    add(
        "many kids.pdf",
        new RawPdf()
            .add("<</Type/Pages/Kids[" + "3 0 R ".repeat(100_000) + "]/Count 100000>>")
            .add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
            .bytes());
    add("no pages.pdf", new RawPdf().catalog("<</Type/Catalog>>").bytes());
    add("catalogue of itself.pdf", new RawPdf().catalog("1 0 R").bytes());
  }

  private void bombs() {
    add("bomb.pdf", contentBomb(200 << 20));
    add("map bomb.pdf", mapBomb(200 << 20));
    byte[] once = RawPdf.deflate(new byte[64 << 20]);
    add(
        "twice.pdf",
        new RawPdf()
            .add(RawPdf.PAGES).add(RawPdf.PAGE).stream(
                    "/Filter[/FlateDecode/LZWDecode]",
                    new String(once, StandardCharsets.ISO_8859_1))
                .bytes());
    add(
        "predictor.pdf",
        new RawPdf()
            .add(RawPdf.PAGES)
            .add(RawPdf.PAGE)
            .deflated("/DecodeParms<</Predictor 12/Columns 2147483640>>", new byte[9])
            .bytes());
    add(
        "run length.pdf",
        new RawPdf()
            .add(RawPdf.PAGES).add(RawPdf.PAGE).stream(
                    "/Filter/RunLengthDecode", "\u0081 ".repeat(2_000_000))
                .bytes());
    add(
        "object stream.pdf",
        RawPdf.onePage("")
            .deflated("/Type/ObjStm/N 100000000/First 10", new byte[200 << 20])
            .bytes());
    add(
        "xref stream.pdf",
        "%PDF-1.5\n1 0 obj<</Type/XRef/Size 2147483647/W[8 8 8]/Root 1 0 R/Length 0>>stream\n\nendstream endobj\nstartxref\n9\n%%EOF");
  }

  private void syntax() {
    add("arrays.pdf", RawPdf.onePage("[".repeat(100_000)).bytes());
    add("arrays closed.pdf", RawPdf.onePage("[".repeat(50_000) + "]".repeat(50_000)).bytes());
    add("dictionaries.pdf", RawPdf.onePage("").add("<</A".repeat(100_000)).bytes());
    add(
        "deep catalogue.pdf",
        new RawPdf().catalog("<</Type/Catalog/Pages " + "[".repeat(100_000) + ">>").bytes());
    add("saves.pdf", RawPdf.onePage("q ".repeat(2_000_000)).bytes());
    add("number.pdf", RawPdf.onePage("9".repeat(1_000_000) + " 0 Td").bytes());
    add("string.pdf", RawPdf.onePage("(" + "(".repeat(1_000_000)).bytes());
    add("names.pdf", RawPdf.onePage("/" + "A".repeat(1_000_000) + " Do").bytes());
    add("images.pdf", RawPdf.onePage("BI ID ".repeat(100_000)).bytes());
    add("previous.pdf", RawPdf.onePage("").bytes("/Prev 9"));
    add("size.pdf", RawPdf.onePage("").bytes("/Size 2147483647"));
    for (String length : new String[] {"-1", "4 0 R", "99999999999", "2147483647", "(x)"}) {
      add(
          "length.pdf",
          new RawPdf()
              .add(RawPdf.PAGES)
              .add(RawPdf.PAGE)
              .add("<</Length " + length + ">>\nstream\nq\nendstream")
              .bytes());
    }
    for (String box : new String[] {"1e400 0 0 0", "0 0 1e38 1e38", "/A /B /C /D", "2 0 R"}) {
      add(
          "box.pdf",
          new RawPdf()
              .add(RawPdf.PAGES).add(RawPdf.PAGE.replace("0 0 612 792", box)).stream(
                      "", "BT /F 9 Tf (x) Tj ET")
                  .bytes());
    }
    add("only its head.pdf", "%PDF-1.7");
    add("table.pdf", "%PDF-1.7\nxref\n0 2147483647\n" + "0000000000 65535 f \n".repeat(50_000));
    add("objects.pdf", "%PDF-1.7\n" + "1 0 obj 1 0 R endobj\n".repeat(100_000));
    add("end marks.pdf", "%PDF-1.7\n" + "startxref 9 %%EOF\n".repeat(100_000));
  }

  private void fonts() {
    String text = "BT /F 9 Tf (text) Tj ET";
    add(
        "own font.pdf",
        RawPdf.onePage(text)
            .add("null")
            .add(
                "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>")
            .bytes());
    add(
        "type 3.pdf",
        RawPdf.onePage(text)
            .add("null")
            .add(
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
                    + "/CharProcs<</t 7 0 R>>/Encoding<</Differences[0/t]>>/FirstChar 0/LastChar 0"
                    + "/Widths[9]/Resources<</Font<</F 6 0 R>>>>>>")
            .stream("", text)
            .bytes());
    String map =
        "0000 FFFF 0000\n".replace("0000 FFFF", "<0000> <FFFF>").replace(" 0000\n", " <0000>\n");
    add(
        "map.pdf",
        RawPdf.onePage(text)
            .add("null")
            .add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>")
            .stream("", "1 beginbfrange\n" + map.repeat(2_000) + "endbfrange")
            .bytes());
    add(
        "font file.pdf",
        RawPdf.onePage(text)
            .add("null")
            .add(
                "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</Type/FontDescriptor"
                    + "/FontName/A/FontFile2 7 0 R>>>>")
            .stream("", "\0\1\0\0\377\377" + "\177\377\377\377".repeat(1_000))
            .bytes());
    add(
        "text.pdf",
        RawPdf.onePage("BT /F 9 Tf " + "(aaaaaaaaaa) Tj ".repeat(300_000) + "ET")
            .add("null")
            .add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
            .bytes());
  }

  private void text() {
    add("blanks.md", "# a" + " ".repeat(1_000_000) + "b");
    add("rule.md", "|" + "-".repeat(1_000_000) + "x");
    add("stars.md", "**a ".repeat(500_000));
    add("label.txt", "A: ".repeat(500_000));
    add("quotes.csv", "a\"".repeat(500_000));
    add("open.csv", "\"" + "a,".repeat(500_000));
    add("wide.csv", ",".repeat(20_000) + "\n" + "1\n".repeat(20_000));
    add("divs.html", "<div>".repeat(200_000));
    add("tables.html", "<table><tr><td>".repeat(5_000));
    add("span.html", "<table><tr>" + "<td colspan=999999999 rowspan=999999999>".repeat(9_000));
    add("entities.html", "&#99999999999;&&&".repeat(100_000));
    add("attribute.html", "<a " + "b=c ".repeat(500_000) + ">");
    add("comment.html", "<!--".repeat(500_000));
  }

  private void damaged() {
    byte[] whole = SamplePdf.invoice();
    for (int i = 0; i < DAMAGED; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= i % 20; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      add(
          "damaged.pdf",
          i % 3 == 0 ? Arrays.copyOf(damaged, 1 + random.nextInt(whole.length - 1)) : damaged);
    }
  }
}
