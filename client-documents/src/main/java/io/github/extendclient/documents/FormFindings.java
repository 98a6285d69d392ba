package io.github.extendclient.documents;

import io.github.extendclient.v20260209.model.EditBoundingBox;
import io.github.extendclient.v20260209.model.EditSchema;
import io.github.extendclient.v20260209.model.EditSchemaProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of a form: its fields. */
final class FormFindings {
  private final List<Finding> findings = new ArrayList<>();

  private FormFindings() {}

  static List<Finding> of(EditSchema schema) {
    FormFindings reader = new FormFindings();
    schema.getProperties().forEach((name, field) -> reader.add(name, field, null));
    return reader.findings;
  }

  /**
   * Adds a field and the fields within it.
   *
   * @param pageAround the page of the table or object that holds the field, counted from 0
   */
  private void add(String path, EditSchemaProperty field, @Nullable Integer pageAround) {
    Integer page =
        field.getExtendEditPageIndex() != null ? field.getExtendEditPageIndex() : pageAround;
    List<Area> areas = new ArrayList<>();
    if (page != null) {
      if (field.getExtendEditBbox() != null) {
        areas.add(area(page, field.getExtendEditBbox()));
      }
      if (field.getExtendEditBboxes() != null) {
        field.getExtendEditBboxes().forEach(box -> areas.add(area(page, box)));
      }
    }
    boolean isGroup = field.getProperties() != null || field.getItems() != null;
    if (!isGroup || !areas.isEmpty()) {
      findings.add(new Finding("form_field", path, text(field), null, List.copyOf(areas)));
    }
    if (field.getProperties() != null) {
      field.getProperties().forEach((name, part) -> add(path + "." + name, part, page));
    }
    if (field.getItems() != null && field.getItems().getProperties() != null) {
      field
          .getItems()
          .getProperties()
          .forEach((name, part) -> add(path + "[]." + name, part, page));
    }
  }

  private static String text(EditSchemaProperty field) {
    String type =
        field.getExtendEditFieldType() == null ? "" : field.getExtendEditFieldType().value();
    String description = field.getDescription() == null ? "" : field.getDescription();
    return type.isEmpty() || description.isEmpty() ? type + description : type + ": " + description;
  }

  private static Area area(int pageIndex, EditBoundingBox box) {
    return Area.of(pageIndex + 1, box.getLeft(), box.getTop(), box.getRight(), box.getBottom());
  }
}
