package io.github.extendclient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import com.sun.management.ThreadMXBean;
import io.github.extendclient.runtime.internal.JsonAdapters;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Unions whose members are distinguished by their properties. */
class StructuralUnionTest {
  private static final int DRAWS = 200;

  /** Until the code is compiled. */
  private static final int RUNS = 40;

  /**
   * {@link ModelJson#roundTrip} compares a reader that sees the first name with one that does not.
   */
  @TestFactory
  Stream<DynamicTest> theMemberIsTheSameWhicheverPropertyComesFirst() {
    return Stream.of(Spec.values())
        .flatMap(
            spec ->
                spec.classNames().stream()
                    .filter(name -> isStructural(spec.schema(name)))
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                spec + " " + name, () -> assertSameMember(spec, name))));
  }

  /** A copy would take at least the bytes of the document. */
  @Test
  void aMemberThatItsFirstPropertyTellsIsReadWithoutACopy() throws IOException {
    Buffer json = new Buffer().writeUtf8("{\"splits\":[");
    for (int i = 0; i < 5_000; i++) {
      json.writeUtf8(i == 0 ? "" : ",");
      json.writeUtf8(
          "{\"type\":\"invoice\",\"observation\":\"\",\"identifier\":\"\",\"startPage\":1}");
    }
    json.writeUtf8("]}");

    ModelJson models = new ModelJson(Spec.V20260209);
    long union = Long.MAX_VALUE;
    long member = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      union = Math.min(union, allocated(models.adapter("LegacyProcessorOutput"), json));
      member = Math.min(member, allocated(models.adapter("LegacySplitterOutput"), json));
    }

    assertThat(union - member).isLessThan(json.size() / 4);
  }

  private static long allocated(JsonAdapter<Object> adapter, Buffer json) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    adapter.fromJson(JsonAdapters.newReader(json.clone()));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static boolean isStructural(JsonNode schema) {
    return schema.has("oneOf") && !schema.has("discriminator") && !schema.has("x-extend-tag");
  }

  /** Properties of all members are mixed: some are left out, some are null. */
  private static void assertSameMember(Spec spec, String name) {
    ModelJson json = new ModelJson(spec);
    Random random = new Random(name.hashCode());
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode member : spec.schema(name).get("oneOf")) {
      JsonNode schema = spec.resolve(member);
      if (schema.has("properties")) {
        new Documents(spec, random.nextLong(), true)
            .draw(schema)
            .properties()
            .forEach(property -> all.put(property.getKey(), property.getValue()));
      }
    }
    for (int draw = 0; draw < DRAWS; draw++) {
      List<String> names = new ArrayList<>(all.keySet());
      Collections.shuffle(names, random);
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      for (String property : names.subList(0, random.nextInt(names.size() + 1))) {
        document.set(
            property,
            random.nextInt(8) == 0 ? JsonNodeFactory.instance.nullNode() : all.get(property));
      }
      assertThat(json.roundTripByLookahead(name, document))
          .as("%s", document)
          .hasSameClassAs(json.decode(name, document));
    }
  }
}
