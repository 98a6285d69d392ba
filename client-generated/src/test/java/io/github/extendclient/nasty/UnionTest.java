package io.github.extendclient.nasty;

import static io.github.extendclient.nasty.Json.MOSHI;
import static io.github.extendclient.nasty.Json.read;
import static io.github.extendclient.nasty.Json.roundTrip;
import static io.github.extendclient.nasty.Json.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.nasty.model.Circle;
import io.github.extendclient.nasty.model.Details;
import io.github.extendclient.nasty.model.Group;
import io.github.extendclient.nasty.model.Leaf;
import io.github.extendclient.nasty.model.Polygon;
import io.github.extendclient.nasty.model.PolygonKind;
import io.github.extendclient.nasty.model.Shape;
import io.github.extendclient.nasty.model.Source;
import io.github.extendclient.nasty.model.SourceId;
import io.github.extendclient.nasty.model.SourceUrl;
import io.github.extendclient.nasty.model.TableDetails;
import io.github.extendclient.nasty.model.TextDetails;
import io.github.extendclient.nasty.model.Tree;
import io.github.extendclient.nasty.model.UnionHolder;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'square', 'corners': 4, 'new': [1.0]}",
        "{'corners': 4, 'kind': 'square', 'new': [1.0]}",
        "{'new': [1.0], 'corners': 4, 'kind': 'square'}",
      })
  void theTagMayStandAnywhere(String json) {
    assertThat(roundTrip(Shape.class, json))
        .isInstanceOfSatisfying(
            Polygon.class,
            polygon -> {
              assertThat(polygon.getKind()).isSameAs(PolygonKind.SQUARE);
              assertThat(polygon.getCorners()).isEqualTo(4);
              assertThat(polygon.unknownProperties()).containsOnlyKeys("new");
            });
  }

  @Test
  void aMemberMayHaveSeveralTags() {
    assertThat(roundTrip(Shape.class, "{'kind': 'triangle', 'corners': 3}"))
        .isInstanceOf(Polygon.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'corners': 3}",
        "{'kind': 'hexagon', 'corners': 6, 'a': {'b': [1.10]}}",
        "{'corners': 6, 'kind': 'hexagon'}",
        "{'kind': null}",
        "{'kind': 1}",
        "{'kind': {'kind': 'circle'}}",
        "'text'",
        "[{'kind': 'circle'}]",
        "1.10",
        "true"
      })
  void anUnknownMemberIsKept(String json) {
    assertThat(roundTrip(Shape.class, json)).isInstanceOf(Shape.Unknown.class);
  }

  @Test
  void aConstantTellsMembersApart() {
    Details details =
        roundTrip(
            Details.class,
            "{'rows': [{'text': 't', '@type': 'text_details'}, {}, {'@type': 'new_details'}],"
                + " '@type': 'table_details'}");

    assertThat(details)
        .isInstanceOfSatisfying(
            TableDetails.class,
            table ->
                assertThat(table.getRows())
                    .hasExactlyElementsOfTypes(
                        TextDetails.class, Details.Unknown.class, Details.Unknown.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'url': 'u'}", "{'url': 'u', 'name': 'n'}", "{'name': 'n', 'url': 'u'}"})
  void propertiesTellMembersApart(String json) {
    assertThat(roundTrip(Source.class, json)).isInstanceOf(SourceUrl.class);
  }

  @Test
  void theMemberThatKnowsMostPropertiesIsTaken() {
    assertThat(roundTrip(Source.class, "{'id': 'i', 'url': 'u', 'version': null}"))
        .isInstanceOf(SourceId.class);
    assertThat(roundTrip(Source.class, "{'id': 'i', 'url': 'u'}")).isInstanceOf(SourceUrl.class);
    assertThat(roundTrip(Source.class, "{'radius': 1, 'kind': 'circle'}"))
        .isInstanceOf(Circle.class);
  }

  @Test
  void aConstantOfAnotherTextRulesAMemberOut() {
    assertThat(roundTrip(Source.class, "{'radius': 1, 'kind': 'square'}"))
        .isInstanceOf(Source.Unknown.class);
  }

  @Test
  void aMapIsTakenWhenNoOtherMemberFits() {
    Source source = roundTrip(Source.class, "{'a': {'text': '1'}, 'b': {'text': '2', 'c': null}}");

    assertThat(source)
        .isInstanceOfSatisfying(
            Source.OfMap.class, map -> assertThat(map.value()).containsOnlyKeys("a", "b"));
    assertThat(roundTrip(Source.class, "{'a': 1}")).isInstanceOf(Source.Unknown.class);
  }

  @Test
  void aMapMemberCopiesWhatItIsGiven() {
    Map<String, Leaf> leaves = new HashMap<>(Map.of("a", Leaf.builder().text("t").build()));
    Source.OfMap source = new Source.OfMap(leaves);
    leaves.clear();

    assertThat(source.value()).containsOnlyKeys("a");
    assertThatThrownBy(() -> source.value().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(write(Source.class, source)).isEqualTo("{\"a\":{\"text\":\"t\"}}");
  }

  @Test
  void unionsMayStandInContainersAndBeNull() {
    roundTrip(
        UnionHolder.class,
        "{'list': [{'text': 't', '@type': 'text_details'}, {}], 'map': {'a': {'url': 'u'}},"
            + " 'nullable': null}");
    roundTrip(UnionHolder.class, "{'nullable': {'id': '1'}}");
    roundTrip(UnionHolder.class, "{}");
  }

  @Test
  void recursionGoesThroughUnionsAndContainers() {
    Tree tree =
        roundTrip(
            Tree.class,
            "{'children': [{'children': []}], 'parent': null, 'byName': {'a': {'children': [],"
                + " 'parent': {'children': [], 'parent': null}}},"
                + " 'value': {'tree': {'children': []}, 'shapes': [{'radius': 1, 'kind':"
                + " 'circle'}], 'kind': 'group-1'}}");

    assertThat(tree.getValue()).isInstanceOf(Group.class);
  }

  @Test
  void aMissingTagOfAMemberReadAloneIsFoundWhenTouched() {
    Circle circle = read(Circle.class, "{'radius': 2}");

    assertThat(circle.getRadius()).isEqualTo(2);
    assertThatThrownBy(circle::getKind).isInstanceOf(MissingPropertyException.class);
  }

  @Test
  void aWrongTypeInAMemberIsKeptThere() {
    Circle circle = (Circle) read(Shape.class, "{'kind': 'circle', 'radius': 'x'}");

    assertThatThrownBy(circle::getRadius)
        .isInstanceOf(UnexpectedValueException.class)
        .hasMessageStartingWith("Circle.radius is a string where a number is expected");
    roundTrip(UnionHolder.class, "{'list': [{'text': 1, '@type': 'text_details'}]}");
  }

  @Test
  void nestingIsBoundedWhereverTheTagStands() {
    assertThatThrownBy(() -> read(Shape.class, nested(1000, true)))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $.shapes[0].shapes[0]");
    assertThatThrownBy(() -> read(Shape.class, nested(1000, false)))
        .isInstanceOf(JsonDataException.class)
        .hasMessageMatching(
            "Nesting too deep: more than 200 levels at byte \\d+ of the value at path \\$\\.shapes");
  }

  @Test
  void nestingIsBoundedWhenItIsWritten() {
    Shape shape = Circle.builder().radius(1).build();
    for (int depth = 0; depth < 1000; depth++) {
      shape = Group.builder().shapes(List.of(shape)).build();
    }
    Shape tooDeep = shape;

    assertThatThrownBy(() -> write(Shape.class, tooDeep))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $.shapes[0].shapes[0]");
  }

  @Test
  void deepNestingThatIsAllowedIsRead() {
    roundTrip(Shape.class, nested(100, true));
    roundTrip(Shape.class, nested(90, false));
  }

  /** Counts the bytes that are read from the source: peeking at each member would read all. */
  @Test
  void eachByteIsTakenFromTheSourceOnce() throws IOException {
    for (boolean tagFirst : new boolean[] {true, false}) {
      String json = wide(2000, tagFirst);
      long[] taken = {0};
      try (var source =
          Okio.buffer(
              new ForwardingSource(new Buffer().writeUtf8(json)) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                  long read = super.read(sink, Math.min(byteCount, 64));
                  taken[0] += Math.max(0, read);
                  return read;
                }
              })) {
        MOSHI.adapter(Shape.class).fromJson(JsonReader.of(source));
      }
      assertThat(taken[0]).isEqualTo(Json.quoted(json).length());
    }
  }

  private static String nested(int depth, boolean tagFirst) {
    return (tagFirst ? "{'kind': 'group-1', 'shapes': [" : "{'shapes': [").repeat(depth)
        + (tagFirst ? "]}" : "], 'kind': 'group-1'}").repeat(depth);
  }

  private static String wide(int width, boolean tagFirst) {
    String circle =
        tagFirst ? "{'kind': 'circle', 'radius': 1}" : "{'radius': 1, 'kind': 'circle'}";
    return Json.quoted(
        "{'kind': 'group-1', 'shapes': [" + (circle + ",").repeat(width - 1) + circle + "]}");
  }
}
