package io.github.extendclient.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a PDF object by object, so that a test can make it invalid. */
final class RawPdf {
  static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
  static final String PAGE =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
          + "/Resources<</XObject<</X 5 0 R>>/Font<</F 6 0 R>>>>>>";

  private final List<String> objects = new ArrayList<>();

  RawPdf() {
    add("<</Type/Catalog/Pages 2 0 R>>");
  }

  /** A document of one page, to which {@code 5 0 R} as {@code X} and 6 as {@code F} may follow. */
  static RawPdf onePage(String content) {
    return new RawPdf().add(PAGES).add(PAGE).stream("", content);
  }

  /** Adds the next object: the first is the catalogue, unless {@link #catalog} replaces it. */
  RawPdf add(String object) {
    objects.add(object);
    return this;
  }

  RawPdf catalog(String object) {
    objects.set(0, object);
    return this;
  }

  RawPdf stream(String dictionary, String data) {
    return add(
        "<<" + dictionary + "/Length " + data.length() + ">>\nstream\n" + data + "\nendstream");
  }

  RawPdf deflated(String dictionary, byte[] data) {
    String packed = new String(deflate(data), StandardCharsets.ISO_8859_1);
    return stream(dictionary + "/Filter/FlateDecode", packed);
  }

  /** Adds a form that others may draw. */
  RawPdf form(String resources, String content) {
    return stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + resources + ">>", content);
  }

  byte[] bytes() {
    return bytes("");
  }

  /** The file; {@code trailer} is added to the trailer. */
  byte[] bytes(String trailer) {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = pdf.length();
    int size = objects.size() + 1;
    pdf.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append(String.format("%010d 00000 n \n", offset)));
    pdf.append("trailer\n<</Root 1 0 R/Size ").append(size).append(trailer);
    pdf.append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] deflate(byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream output = new DeflaterOutputStream(packed, new Deflater(9))) {
      output.write(data);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
