package io.github.extendclient.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;

/** A PDF form with a choice of states and a group of two radio buttons, {@code yes} and no. */
final class ChoiceForm {
  private ChoiceForm() {}

  static byte[] pdf() {
    return SampleForm.pdf(
        (document, form, page) -> List.of(state(form, page), married(document, form, page)));
  }

  private static PDComboBox state(PDAcroForm form, PDPage page) throws IOException {
    PDComboBox state = new PDComboBox(form);
    state.setPartialName("state");
    state.setDefaultAppearance("/Helv 10 Tf 0 g");
    state.setOptions(List.of("CA", "NY"), List.of("California", "New York"));
    SampleForm.place(state.getWidgets().get(0), page, 700, 100);
    return state;
  }

  private static PDRadioButton married(PDDocument document, PDAcroForm form, PDPage page)
      throws IOException {
    PDRadioButton married = new PDRadioButton(form);
    married.setPartialName("married");
    List<PDAnnotationWidget> widgets = new ArrayList<>();
    for (String value : List.of("yes", "no")) {
      PDAnnotationWidget widget = new PDAnnotationWidget();
      SampleForm.place(widget, page, 650 - 30 * widgets.size(), 100);
      PDAppearanceDictionary looks = new PDAppearanceDictionary();
      looks.getCOSObject().setItem(COSName.N, looks(document, value));
      widget.setAppearance(looks);
      widget.setAppearanceState("Off");
      widgets.add(widget);
    }
    married.setWidgets(widgets);
    return married;
  }

  private static COSDictionary looks(PDDocument document, String value) {
    COSDictionary states = new COSDictionary();
    for (String state : List.of(value, "Off")) {
      PDAppearanceStream look = new PDAppearanceStream(document);
      look.setBBox(new PDRectangle(18, 18));
      states.setItem(COSName.getPDFName(state), look);
    }
    return states;
  }
}
