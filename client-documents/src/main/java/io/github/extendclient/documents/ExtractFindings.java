package io.github.extendclient.documents;

import io.github.extendclient.layout.PageBox;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.UnexpectedValueException;
import io.github.extendclient.v20260209.model.BoundingBox;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractionFieldReference;
import io.github.extendclient.v20260209.model.ExtractionFieldResult;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.Point;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The findings of an extract run: each single value with its citations. */
final class ExtractFindings {
  private static final String KIND = "field";

  private final Map<String, FieldMetadata> metadata;
  private final @Nullable String fileId;
  private final List<Finding> findings = new ArrayList<>();

  private ExtractFindings(Map<String, FieldMetadata> metadata, @Nullable String fileId) {
    this.metadata = metadata;
    this.fileId = fileId;
  }

  /**
   * Returns the values of an output.
   *
   * @param fileId the file of the source, whose citations count; null for all citations
   */
  static List<Finding> of(ExtractOutput output, @Nullable String fileId) {
    if (output instanceof ExtractOutputJson typed) {
      Map<String, FieldMetadata> metadata = orNull(typed::getMetadata);
      ExtractFindings reader = new ExtractFindings(metadata == null ? Map.of() : metadata, fileId);
      typed.getValue().forEach((name, value) -> reader.add(name, value, null));
      return reader.findings;
    }
    if (output instanceof ExtractOutput.OfMap fields) {
      return fields.value().entrySet().stream()
          .map(field -> field(field.getKey(), field.getValue()))
          .toList();
    }
    return List.of();
  }

  /**
   * Adds a value, or the values within it.
   *
   * @param around what is known of the list item or object that holds the value
   */
  private void add(String path, JsonValue value, @Nullable FieldMetadata around) {
    FieldMetadata own = orNull(() -> metadata.get(path));
    FieldMetadata known = own != null ? own : around;
    String json = value.json();
    if (json.startsWith("{") && !isSingle(path, value)) {
      value.asObject().forEach((name, part) -> add(path + "." + name, part, known));
    } else if (json.startsWith("[")) {
      int index = 0;
      for (JsonValue item : value.asArray()) {
        add(path + "[" + index++ + "]", item, known);
      }
    } else {
      findings.add(
          new Finding(
              KIND,
              path,
              text(value),
              known == null ? null : orNull(() -> confidence(known)),
              known == null ? List.of() : areas(known)));
    }
  }

  /** Returns whether an object is one value, such as a currency: its parts have no metadata. */
  private boolean isSingle(String path, JsonValue value) {
    return metadata.containsKey(path)
        && value.asObject().entrySet().stream()
            .noneMatch(
                part ->
                    metadata.containsKey(path + "." + part.getKey())
                        || part.getValue().json().startsWith("{")
                        || part.getValue().json().startsWith("["));
  }

  private static String text(JsonValue value) {
    String json = value.json();
    if (value.isNull()) {
      return "";
    }
    if (json.startsWith("\"")) {
      return value.asString();
    }
    return json.startsWith("{")
        ? value.asObject().values().stream()
            .map(ExtractFindings::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : json;
  }

  private static @Nullable Double confidence(FieldMetadata metadata) {
    return Stream.of(metadata.getOcrConfidence(), metadata.getLogprobsConfidence())
        .filter(Objects::nonNull)
        .min(Double::compare)
        .orElse(null);
  }

  private List<Area> areas(FieldMetadata metadata) {
    List<Citation> citations = orNull(metadata::getCitations);
    List<Area> areas = new ArrayList<>();
    if (citations != null) {
      Iterator<Citation> iterator = citations.iterator();
      while (iterator.hasNext()) {
        Area area = orNull(() -> area(iterator.next()));
        if (area != null) {
          areas.add(area);
        }
      }
    }
    return List.copyOf(areas);
  }

  /**
   * Returns the value of a getter; null if it does not have the type in the specification, so that
   * what accompanies a value does not hide it.
   */
  private static <T> @Nullable T orNull(Supplier<? extends @Nullable T> getter) {
    try {
      return getter.get();
    } catch (MissingPropertyException | UnexpectedValueException e) {
      return null;
    }
  }

  private boolean isOfSource(Citation citation) {
    return fileId == null || citation.getFileId() == null || fileId.equals(citation.getFileId());
  }

  private @Nullable Area area(Citation citation) {
    PageBox box = PageBox.of(citation);
    List<Point> polygon = citation.getPolygon();
    return box == null || polygon == null || !isOfSource(citation)
        ? null
        : Area.of(box)
            .withCorners(
                polygon.stream().map(corner -> new Corner(corner.getX(), corner.getY())).toList());
  }

  private static Finding field(String name, ExtractionFieldResult field) {
    JsonValue value = field.getValue();
    List<Area> areas = new ArrayList<>();
    for (ExtractionFieldReference reference : field.getReferences()) {
      for (BoundingBox box : reference.getBoundingBoxes()) {
        Double left = box.getLeft();
        Double top = box.getTop();
        Double right = box.getRight();
        Double bottom = box.getBottom();
        if (left != null && top != null && right != null && bottom != null) {
          areas.add(Area.of((int) reference.getPage(), left, top, right, bottom));
        }
      }
    }
    return new Finding(
        KIND, name, value == null ? "" : text(value), field.getConfidence(), List.copyOf(areas));
  }
}
