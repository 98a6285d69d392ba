package io.github.extendclient.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PDF with a line of text on each page. */
public final class SamplePdf {
  private SamplePdf() {}

  /** Writes one page for each line. */
  public static Path write(Path target, String... lines) throws IOException {
    List<String> objects = new ArrayList<>();
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      kids.append(4 + 2 * i).append(" 0 R ");
    }
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Count " + lines.length + "/Kids[" + kids + "]>>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    for (int i = 0; i < lines.length; i++) {
      String text = "BT /F 12 Tf 72 700 Td (" + lines[i] + ") Tj ET";
      objects.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents "
              + (5 + 2 * i)
              + " 0 R>>");
      objects.add("<</Length " + text.length() + ">>stream\n" + text + "\nendstream");
    }
    return Files.writeString(target, file(objects), StandardCharsets.US_ASCII);
  }

  private static String file(List<String> objects) {
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(file.length()));
      file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = file.length();
    int size = objects.size() + 1;
    return file.append("xref\n0 " + size + "\n0000000000 65535 f \n")
        .append(table)
        .append("trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n")
        .toString();
  }
}
