package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.extendclient.runtime.UnknownMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every member of every union is recognized, at every position of its tag. */
class UnionTagTest {
  @TestFactory
  Stream<DynamicTest> theTagMayStandAnywhere() {
    return unions()
        .filter(union -> !union.tag().isEmpty())
        .flatMap(UnionTagTest::tagged)
        .map(
            member ->
                DynamicTest.dynamicTest(
                    member.union() + " " + member.name() + " " + member.tagValue(),
                    () -> {
                      ModelJson json = new ModelJson(member.union().spec());
                      String union = member.union().name();
                      Class<?> type = member.union().spec().modelClass(member.name());
                      for (Position position : Position.values()) {
                        assertThat(json.roundTrip(union, member.with(position)))
                            .as("%s", position)
                            .isExactlyInstanceOf(type);
                      }
                      assertThat(json.roundTrip(union, member.without()))
                          .isInstanceOf(UnknownMember.class);
                      assertThat(json.roundTrip(union, member.withTag("zz_newer")))
                          .isInstanceOf(UnknownMember.class);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theRequiredPropertiesTellMembersApart() {
    return unions()
        .filter(union -> union.tag().isEmpty())
        .flatMap(
            union ->
                union.members().stream()
                    .filter(name -> union.spec().schema(name).has("properties"))
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                union + " " + name,
                                () -> theTagOrThePropertiesSelectTheMember(union, name))));
  }

  private static void theTagOrThePropertiesSelectTheMember(Union union, String name) {
    JsonNode schema = union.spec().schema(name).deepCopy();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(property -> required.add(property.asText()));
    ((ObjectNode) schema.get("properties")).retain(required);
    JsonNode document = new Documents(union.spec(), name.hashCode(), false).draw(schema);

    assertThat(new ModelJson(union.spec()).roundTrip(union.name(), document))
        .as("%s", document)
        .isExactlyInstanceOf(union.spec().modelClass(name));
  }

  private static Stream<Member> tagged(Union union) {
    List<Member> members = new ArrayList<>();
    for (String name : union.members()) {
      JsonNode schema = union.spec().schema(name);
      for (JsonNode value :
          union.spec().resolve(schema.path("properties").path(union.tag())).path("enum")) {
        JsonNode document = new Documents(union.spec(), name.hashCode(), false).draw(schema);
        members.add(new Member(union, name, value.asText(), (ObjectNode) document));
      }
    }
    assertThat(members).as("%s", union).isNotEmpty();
    return members.stream();
  }

  private static Stream<Union> unions() {
    return Stream.of(Spec.values())
        .flatMap(
            spec ->
                spec.classNames().stream()
                    .filter(name -> spec.schema(name).has("oneOf"))
                    .map(name -> new Union(spec, name)));
  }

  private enum Position {
    FIRST,
    MIDDLE,
    LAST
  }

  private record Union(Spec spec, String name) {
    String tag() {
      JsonNode schema = spec.schema(name);
      return schema.at("/discriminator/propertyName").asText(schema.path("x-extend-tag").asText());
    }

    List<String> members() {
      List<String> names = new ArrayList<>();
      spec.schema(name).get("oneOf").forEach(member -> names.add(Spec.referenceName(member)));
      return names;
    }

    @Override
    public String toString() {
      return spec + " " + name;
    }
  }

  private record Member(Union union, String name, String tagValue, ObjectNode document) {
    /** Among the properties of the member, with one more that is unknown and named like a tag. */
    ObjectNode with(Position position) {
      ObjectNode others = without();
      ArrayNode decoy = JsonNodeFactory.instance.arrayNode();
      decoy.addObject().put(union.tag(), "decoy");
      others.set("zz newer", decoy);
      int before =
          switch (position) {
            case FIRST -> 0;
            case MIDDLE -> (others.size() + 1) / 2;
            case LAST -> others.size();
          };
      ObjectNode ordered = JsonNodeFactory.instance.objectNode();
      int index = 0;
      for (Map.Entry<String, JsonNode> other : others.properties()) {
        if (index++ == before) {
          ordered.put(union.tag(), tagValue);
        }
        ordered.set(other.getKey(), other.getValue());
      }
      if (index == before) {
        ordered.put(union.tag(), tagValue);
      }
      return ordered;
    }

    ObjectNode without() {
      return document.deepCopy().without(union.tag());
    }

    ObjectNode withTag(String value) {
      return document.deepCopy().put(union.tag(), value);
    }
  }
}
