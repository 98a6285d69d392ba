package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place of an output with what the schema asks for there and what was extracted.
 *
 * @param whole the key of the currency or signature that this is a part of, or null
 */
record Spot(Shape shape, JsonValue json, Place place, @Nullable String whole) {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,9})\\])?");

  /** The spot below that a path of Java names leads to. */
  Spot find(String path) {
    Spot spot = this;
    for (String step : path.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "\""
                + path
                + "\" is no path. Join components by points and give an item its index, such as"
                + " lineItems[0].amount.");
      }
      spot = spot.component(path, matcher.group(1));
      if (matcher.group(2) != null) {
        spot = spot.item(path, Integer.parseInt(matcher.group(2)));
      }
    }
    return spot;
  }

  /** The spots of single values at and below this one, in the order of the record. */
  Stream<Spot> leaves() {
    boolean single =
        shape instanceof RecordShape object
            ? object.hasExtendType()
            : !(shape instanceof ListShape);
    return single ? Stream.of(this) : children().stream().flatMap(Spot::leaves);
  }

  /** The components of a record or the items of a list. */
  List<Spot> children() {
    if (shape instanceof RecordShape object) {
      return components(object);
    }
    return shape instanceof ListShape list ? items(list) : List.of();
  }

  private Spot component(String path, String name) {
    if (shape instanceof RecordShape object) {
      List<String> names = object.fields().stream().map(RecordField::name).toList();
      if (!names.contains(name)) {
        throw none(path, "the record " + object.type().getName() + " has the components " + names);
      }
      return components(object).get(names.indexOf(name));
    }
    throw none(
        path,
        shape instanceof ListShape
            ? place.name() + " is a list, so name an item, such as " + place.item(0).name()
            : place.name() + " is a single value");
  }

  private Spot item(String path, int index) {
    if (!(shape instanceof ListShape list)) {
      throw none(path, place.name() + " is no list");
    }
    List<Spot> items = items(list);
    if (index >= items.size()) {
      throw none(path, place.name() + " has " + items.size() + " items");
    }
    return items.get(index);
  }

  private List<Spot> components(RecordShape object) {
    Map<String, JsonValue> properties = RecordShape.properties(json, place);
    List<Spot> spots = new ArrayList<>();
    for (RecordField field : object.fields()) {
      JsonValue property = properties.getOrDefault(field.key(), JsonValue.NULL);
      spots.add(
          new Spot(
              field.shape(),
              property,
              place.component(field),
              object.hasExtendType() ? place.key() : null));
    }
    return spots;
  }

  private List<Spot> items(ListShape list) {
    List<Spot> spots = new ArrayList<>();
    for (JsonValue element : ListShape.elements(json, place)) {
      spots.add(new Spot(list.items(), element, place.item(spots.size()), null));
    }
    return spots;
  }

  private static IllegalArgumentException none(String path, String reason) {
    return new IllegalArgumentException("There is no \"" + path + "\": " + reason + ".");
  }
}
