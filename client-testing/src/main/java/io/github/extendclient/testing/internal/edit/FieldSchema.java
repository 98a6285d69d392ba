package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;

/**
 * Converts the fields of a PDF to the properties of an edit schema, and values of properties to
 * values of fields.
 */
final class FieldSchema {
  static final String SOURCE = "extend_edit:source_acroform";

  private static final String FIELD_TYPE = "extend_edit:field_type";
  private static final String DESCRIPTIONS = "extend:descriptions";

  private final PDDocument document;
  private final List<PDPage> pages;
  private final boolean radioEnums;

  /**
   * For the fields of a document.
   *
   * @param radioEnums true to make one property of a group of radio buttons, false for one of each
   */
  FieldSchema(PDDocument document, List<PDPage> pages, boolean radioEnums) {
    this.document = document;
    this.pages = pages;
    this.radioEnums = radioEnums;
  }

  /** Adds the property of a field, or those of its radio buttons. */
  void add(PDTerminalField field, JsonObject properties) {
    String name = field.getFullyQualifiedName();
    if (field instanceof PDRadioButton radio && !radioEnums) {
      List<String> values = List.copyOf(radio.getOnValues());
      for (int i = 0; i < values.size(); i++) {
        JsonObject source = source(field).with("optionValue", values.get(i));
        properties.put(name + "_" + values.get(i), property(field, i, "boolean", source));
      }
    } else {
      properties.put(name, property(field));
    }
  }

  private JsonObject property(PDTerminalField field) {
    List<String> choices = choices(field);
    JsonObject source = source(field);
    if (choices.isEmpty()) {
      return property(field, 0, field instanceof PDCheckBox ? "boolean" : "string", source);
    }
    List<String> shown = descriptions(field, choices);
    List<JsonObject> options = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      options.add(
          JsonObject.of("schemaValue", choices.get(i))
              .with("exportValue", choices.get(i))
              .with("displayValue", shown.get(i)));
    }
    JsonObject property = property(field, 0, "string", source.with("optionMap", options));
    property.put("enum", choices);
    if (!shown.equals(choices)) {
      property.put(DESCRIPTIONS, shown);
    }
    return property;
  }

  private JsonObject property(PDTerminalField field, int widget, String type, JsonObject source) {
    JsonObject property =
        JsonObject.of("type", List.of(type, "null")).with(FIELD_TYPE, type(field));
    List<PDAnnotationWidget> widgets = field.getWidgets();
    if (widget < widgets.size()) {
      place(widgets.get(widget), property);
    }
    return property.with(SOURCE, source);
  }

  private static JsonObject source(PDTerminalField field) {
    return JsonObject.of("fieldName", field.getFullyQualifiedName()).with("fieldType", type(field));
  }

  /** The position of a field, in points from the upper left corner of its page. */
  private void place(PDAnnotationWidget widget, JsonObject property) {
    PDRectangle box = widget.getRectangle();
    PDPage page = widget.getPage();
    int index = page == null ? 0 : Math.max(document.getPages().indexOf(page), 0);
    if (box == null || index >= pages.size()) {
      return;
    }
    double height = pages.get(index).getCropBox().getHeight();
    property.put(DrawnFields.PAGE, (long) index);
    property.put(
        DrawnFields.BOX,
        JsonObject.of("left", (double) box.getLowerLeftX())
            .with("top", height - box.getUpperRightY())
            .with("right", (double) box.getUpperRightX())
            .with("bottom", height - box.getLowerLeftY()));
  }

  private static String type(PDTerminalField field) {
    if (field instanceof PDCheckBox) {
      return "checkbox";
    }
    if (field instanceof PDRadioButton) {
      return "radio";
    }
    if (field instanceof PDComboBox) {
      return "dropdown";
    }
    if (field instanceof PDChoice) {
      return "optionList";
    }
    return field instanceof PDSignatureField ? "signature" : "text";
  }

  private static List<String> choices(PDTerminalField field) {
    if (field instanceof PDChoice choice) {
      return choice.getOptionsExportValues();
    }
    return field instanceof PDRadioButton radio ? List.copyOf(radio.getOnValues()) : List.of();
  }

  private static List<String> descriptions(PDTerminalField field, List<String> choices) {
    List<String> shown =
        field instanceof PDChoice choice ? choice.getOptionsDisplayValues() : choices;
    return shown.size() == choices.size() ? shown : choices;
  }

  /** The name of the field that a property belongs to. */
  static Optional<String> fieldName(@Nullable Object property) {
    return source(property).map(source -> source.get("fieldName")).map(String::valueOf);
  }

  /**
   * The value for the field of a property, as the PDF spells it.
   *
   * @return empty if the field keeps the value that it has
   */
  static Optional<Object> fieldValue(@Nullable Object property, Object value) {
    JsonObject source = source(property).orElse(new JsonObject());
    if (source.get("optionValue") instanceof String option) {
      return Boolean.TRUE.equals(value) ? Optional.of(option) : Optional.empty();
    }
    if (source.get("optionMap") instanceof List<?> options) {
      for (Object option : options) {
        if (option instanceof JsonObject one
            && value.equals(one.get("schemaValue"))
            && one.get("exportValue") instanceof String exported) {
          return Optional.of(exported);
        }
      }
    }
    return Optional.of(value);
  }

  private static Optional<JsonObject> source(@Nullable Object property) {
    return property instanceof JsonObject one && one.get(SOURCE) instanceof JsonObject source
        ? Optional.of(source)
        : Optional.empty();
  }
}
