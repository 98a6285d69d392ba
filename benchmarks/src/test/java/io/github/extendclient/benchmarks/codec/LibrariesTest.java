package io.github.extendclient.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import java.io.IOException;
import java.util.Iterator;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibrariesTest {
  private static final double SMALLEST = 1e-14;

  private final ObjectMapper json = new ObjectMapper();

  /**
   * All libraries write the same document, except for nulls; otherwise a library could be faster by
   * writing less.
   */
  @ParameterizedTest
  @EnumSource(names = {"PARSE_20_KB", "EXTRACT_50_KB", "LIST_OF_100"})
  void libraryReadsAndWritesTheWholeDocument(Document document) throws IOException {
    byte[] bytes = document.bytes(TagPlace.FIRST);
    JsonNode whole = withoutNulls(json.readTree(bytes));
    for (Libraries library : Libraries.values()) {
      if (!library.isClose()) {
        continue;
      }
      Codec codec = library.codecFor(document);
      Buffer written = new Buffer();
      codec.encode(codec.decode(new Buffer().write(bytes)), written);
      JsonNode again = withoutNulls(json.readTree(written.readByteArray()));
      assertThat(again.equals(LibrariesTest::compare, whole))
          .as("%s writes %s", library, again)
          .isTrue();
    }
  }

  /** avaje-jsonb reads the last digit of a long fraction wrong. */
  private static int compare(JsonNode one, JsonNode other) {
    if (!one.isNumber() || !other.isNumber()) {
      return one.equals(other) ? 0 : 1;
    }
    double difference = Math.abs(one.doubleValue() - other.doubleValue());
    return difference <= SMALLEST * Math.abs(one.doubleValue()) ? 0 : 1;
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ContainerNode<?> container) {
      for (Iterator<JsonNode> children = container.iterator(); children.hasNext(); ) {
        JsonNode child = children.next();
        if (child.isNull()) {
          children.remove();
        } else {
          withoutNulls(child);
        }
      }
    }
    return node;
  }
}
