package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDListBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;

/** Adds form fields to a PDF at the positions that a schema gives. */
final class DrawnFields {
  static final String BOX = "extend_edit:bbox";
  static final String PAGE = "extend_edit:page_index";

  private static final COSName FONT = COSName.getPDFName("Helv");
  private static final COSName CHECKED = COSName.getPDFName("Yes");
  private static final long DEFAULT_SIZE = 10;

  private final PDDocument document;
  private final PDAcroForm form;

  /** For a document; its form gets the font of the new fields. */
  DrawnFields(PDDocument document, PDAcroForm form) {
    this.document = document;
    this.form = form;
    if (form.getDefaultResources() == null) {
      form.setDefaultResources(new PDResources());
    }
    form.getDefaultResources().put(FONT, new PDType1Font(FontName.HELVETICA));
  }

  /** A form for a document that has none. */
  static PDAcroForm newForm(PDDocument document) {
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    return form;
  }

  /**
   * Adds a field.
   *
   * @throws RunFailedException if the property has no place on a page of the document, or is of a
   *     type that is not drawn here
   */
  PDTerminalField draw(String name, JsonObject property) throws IOException, RunFailedException {
    PDPage page = page(name, property);
    PDRectangle box = box(name, property, page);
    PDTerminalField field = field(name, property);
    field.setPartialName(name.replace('.', '_'));
    PDAnnotationWidget widget = field.getWidgets().get(0);
    widget.setRectangle(box);
    widget.setPage(page);
    widget.setPrinted(true);
    if (field instanceof PDCheckBox) {
      addMark(widget, box);
    }
    page.getAnnotations().add(widget);
    form.getFields().add(field);
    return field;
  }

  private PDTerminalField field(String name, JsonObject property)
      throws IOException, RunFailedException {
    String type = type(property);
    JsonObject options =
        property.get("extend_edit:text_edit_options") instanceof JsonObject given
            ? given
            : new JsonObject();
    Object size = options.getOrDefault("fontSize", DEFAULT_SIZE);
    String appearance = "/Helv " + size + " Tf 0 g";
    switch (type) {
      case "text":
        PDTextField text = new PDTextField(form);
        text.setDefaultAppearance(appearance);
        text.setMultiline(Boolean.TRUE.equals(options.get("multiLine")));
        if (options.get("maxLength") instanceof Long longest) {
          text.setMaxLen(longest.intValue());
        }
        return text;
      case "checkbox":
        return new PDCheckBox(form);
      case "dropdown", "optionList":
        PDChoice choice = type.equals("dropdown") ? new PDComboBox(form) : new PDListBox(form);
        choice.setDefaultAppearance(appearance);
        choice.setOptions(choices(property));
        return choice;
      default:
        throw refused(
            name,
            "is of the type "
                + type
                + ": the embedded server draws the types text, checkbox, dropdown and optionList");
    }
  }

  private static String type(JsonObject property) {
    if (property.get("extend_edit:field_type") instanceof String type) {
      return type;
    }
    if (property.containsKey("enum")) {
      return "dropdown";
    }
    boolean checked = property.get("type") instanceof List<?> types && types.contains("boolean");
    return checked ? "checkbox" : "text";
  }

  private static List<String> choices(JsonObject property) {
    return property.get("enum") instanceof List<?> values
        ? values.stream().filter(Objects::nonNull).map(String::valueOf).toList()
        : List.of();
  }

  private PDPage page(String name, JsonObject property) throws RunFailedException {
    long index = property.get(PAGE) instanceof Long given ? given : 0;
    if (index < 0 || index >= document.getNumberOfPages()) {
      throw refused(
          name,
          "stands on page "
              + index
              + ", counted from 0, but the document has "
              + document.getNumberOfPages()
              + " pages");
    }
    return document.getPage((int) index);
  }

  private static PDRectangle box(String name, JsonObject property, PDPage page)
      throws RunFailedException {
    if (!(property.get(BOX) instanceof JsonObject box)) {
      throw refused(name, "has no " + BOX);
    }
    float left = side(name, box, "left");
    float top = side(name, box, "top");
    float right = side(name, box, "right");
    float bottom = side(name, box, "bottom");
    if (right <= left || bottom <= top) {
      throw refused(name, "has no width or height");
    }
    PDRectangle shown = page.getCropBox();
    return new PDRectangle(
        shown.getLowerLeftX() + left, shown.getUpperRightY() - bottom, right - left, bottom - top);
  }

  private static float side(String name, JsonObject box, String side) throws RunFailedException {
    @Nullable Object value = box.get(side);
    if (value instanceof Number number) {
      return number.floatValue();
    }
    throw refused(name, "has no number for the " + side + " of its " + BOX);
  }

  private static RunFailedException refused(String name, String why) {
    return new RunFailedException(
        Reason.INVALID_CONFIG_OPTIONS, "The field " + name + " cannot be drawn: it " + why + ".");
  }

  /** A check box needs an appearance for both of its states. */
  private void addMark(PDAnnotationWidget widget, PDRectangle box) throws IOException {
    COSDictionary looks = new COSDictionary();
    looks.setItem(CHECKED, look(box, true));
    looks.setItem(COSName.Off, look(box, false));
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.getCOSObject().setItem(COSName.N, looks);
    widget.setAppearance(appearance);
    widget.setAppearanceState(COSName.Off.getName());
  }

  private PDAppearanceStream look(PDRectangle box, boolean checked) throws IOException {
    PDAppearanceStream look = new PDAppearanceStream(document);
    look.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
    look.setResources(new PDResources());
    try (PDAppearanceContentStream content = new PDAppearanceContentStream(look)) {
      float width = box.getWidth();
      float height = box.getHeight();
      content.addRect(0.5f, 0.5f, width - 1, height - 1);
      content.stroke();
      if (checked) {
        content.moveTo(1, 1);
        content.lineTo(width - 1, height - 1);
        content.moveTo(1, height - 1);
        content.lineTo(width - 1, 1);
        content.stroke();
      }
    }
    return look;
  }
}
