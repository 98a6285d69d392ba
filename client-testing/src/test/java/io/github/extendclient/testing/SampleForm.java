package io.github.extendclient.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Real PDF forms of one page, their fields one below the other. */
final class SampleForm {
  private SampleForm() {}

  /** Makes the fields of a form. */
  interface Fields {
    List<? extends PDField> of(PDDocument document, PDAcroForm form, PDPage page)
        throws IOException;
  }

  /** A form with text fields of these names. */
  static byte[] withFields(String... names) {
    return pdf(
        (document, form, page) -> {
          List<PDField> fields = new ArrayList<>();
          for (String name : names) {
            PDTextField field = new PDTextField(form);
            field.setPartialName(name);
            place(field.getWidgets().get(0), page, 700 - 30 * fields.size(), 200);
            fields.add(field);
          }
          return fields;
        });
  }

  /** A form with any fields. */
  static byte[] pdf(Fields fields) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(
          COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 10 Tf 0 g");
      form.setFields(List.copyOf(fields.of(document, form, page)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the box of a field on a page. */
  static void place(PDAnnotationWidget widget, PDPage page, float y, float width)
      throws IOException {
    widget.setRectangle(new PDRectangle(72, y, width, 18));
    widget.setPage(page);
    page.getAnnotations().add(widget);
  }
}
