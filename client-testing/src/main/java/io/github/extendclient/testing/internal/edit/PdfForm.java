package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.PdfFile;
import io.github.extendclient.testing.internal.document.PdfPages;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;

/**
 * Finds, adds and fills the form fields of a PDF with PDFBox. Drawn lines and boxes are not fields,
 * and instructions in prose are ignored: values come from the schema alone.
 */
public final class PdfForm {
  private static final String VALUE = "extend_edit:value";

  /**
   * A filled form.
   *
   * @param values by the name of the property that gave each
   */
  public record Filled(byte[] pdf, JsonObject values, int pageCount, int fieldCount) {}

  /**
   * The fields of a form.
   *
   * @param schema an {@code EditSchema}
   */
  public record Found(JsonObject schema, int pageCount, int fieldCount) {}

  private interface Use<T> {
    T apply(PDDocument document, PDAcroForm form) throws IOException, RunFailedException;
  }

  private PdfForm() {}

  /**
   * Finds the fields.
   *
   * @throws RunFailedException if the file is no PDF with form fields
   */
  public static Found find(StoredFile file, boolean radioEnums, Budget budget)
      throws RunFailedException {
    return open(
        file,
        budget,
        false,
        (document, form) -> {
          List<PDPage> pages = PdfPages.of(document, budget);
          FieldSchema schemas = new FieldSchema(document, pages, radioEnums);
          JsonObject properties = new JsonObject();
          for (PDTerminalField field : fields(form)) {
            budget.check();
            schemas.add(field, properties);
          }
          JsonObject schema =
              JsonObject.of("type", "object")
                  .with("properties", properties)
                  .with("required", List.copyOf(properties.keySet()))
                  .with("additionalProperties", false);
          return new Found(schema, pages.size(), properties.size());
        });
  }

  /**
   * Fills in the values that a schema has.
   *
   * @param schema an {@code EditSchema}, {@code null} for none
   * @param flatten true to turn the fields into text
   * @param draw true to add the fields that the PDF has not and whose place the schema says
   * @throws RunFailedException if the file is no PDF with form fields and none is added, or if a
   *     field does not take its value
   */
  public static Filled fill(
      StoredFile file, @Nullable JsonObject schema, boolean flatten, boolean draw, Budget budget)
      throws RunFailedException {
    JsonObject properties =
        schema != null && schema.get("properties") instanceof JsonObject given
            ? given
            : new JsonObject();
    boolean drawing = draw && properties.values().stream().anyMatch(PdfForm::isPlaced);
    return open(
        file,
        budget,
        drawing,
        (document, form) -> {
          JsonObject values = new JsonObject();
          List<PDTerminalField> fields = fields(form);
          for (Map.Entry<String, @Nullable Object> entry : properties.entrySet()) {
            String name = entry.getKey();
            budget.check();
            Optional<PDTerminalField> field = field(fields, name, entry.getValue());
            if (field.isEmpty() && drawing && isPlaced(entry.getValue())) {
              JsonObject property = (JsonObject) entry.getValue();
              field = Optional.of(new DrawnFields(document, form).draw(name, property));
              fields.add(field.get());
            }
            Object value = entry.getValue() instanceof JsonObject one ? one.get(VALUE) : null;
            if (value != null && field.isPresent()) {
              Optional<Object> spelled = FieldSchema.fieldValue(entry.getValue(), value);
              if (spelled.isPresent()) {
                set(field.get(), name, spelled.get());
              }
              values.put(name, value);
            }
          }
          if (flatten) {
            form.flatten();
          }
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          document.setAllSecurityToBeRemoved(true);
          document.save(bytes);
          return new Filled(
              bytes.toByteArray(), values, document.getNumberOfPages(), fields.size());
        });
  }

  private static boolean isPlaced(@Nullable Object property) {
    return property instanceof JsonObject one && one.containsKey(DrawnFields.BOX);
  }

  private static <T> T open(StoredFile file, Budget budget, boolean drawing, Use<T> use)
      throws RunFailedException {
    byte[] bytes = file.bytes();
    if (file.type() != FileType.PDF) {
      throw new RunFailedException(
          Reason.FILE_TYPE_NOT_SUPPORTED,
          "The file " + file.name() + " is no PDF; only forms of PDF can be filled in.");
    }
    return PdfFile.use(
        bytes,
        file.password(),
        budget,
        document -> {
          PdfPages.of(document, budget);
          PDAcroForm form = document.getDocumentCatalog().getAcroForm();
          if (form == null && drawing) {
            form = DrawnFields.newForm(document);
          }
          if (form == null || fields(form).isEmpty() && !drawing) {
            throw new RunFailedException(
                Reason.FIELD_DETECTION_ERROR,
                "The PDF has no form fields, and the embedded server does not detect drawn ones: a"
                    + " schema may say where they stand, by extend_edit:bbox.");
          }
          return use.apply(document, form);
        });
  }

  private static List<PDTerminalField> fields(PDAcroForm form) {
    List<PDTerminalField> fields = new ArrayList<>();
    for (PDField field : form.getFieldTree()) {
      if (field instanceof PDTerminalField terminal && !(field instanceof PDPushButton)) {
        fields.add(terminal);
      }
    }
    return fields;
  }

  private static String name(PDField field) {
    return field.getFullyQualifiedName();
  }

  private static Optional<PDTerminalField> field(
      List<PDTerminalField> fields, String property, @Nullable Object schema) {
    String wanted = FieldSchema.fieldName(schema).orElse(property);
    return fields.stream()
        .filter(field -> name(field).equals(wanted))
        .findFirst()
        .or(
            () ->
                fields.stream()
                    .filter(field -> plain(name(field)).equals(plain(property)))
                    .findFirst());
  }

  /** Compares names; case and punctuation do not matter. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static void set(PDTerminalField field, String property, Object value)
      throws IOException, RunFailedException {
    try {
      if (field instanceof PDCheckBox box) {
        if (Boolean.TRUE.equals(value) || "true".equals(value)) {
          box.check();
        } else {
          box.unCheck();
        }
      } else if (field instanceof PDSignatureField) {
        throw new IllegalArgumentException("signatures cannot be filled in");
      } else {
        field.setValue(String.valueOf(value));
      }
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw new RunFailedException(
          Reason.INVALID_CONFIG_OPTIONS,
          "The field " + property + " does not take its value: " + e.getMessage() + ".");
    }
  }
}
