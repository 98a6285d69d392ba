package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.util.stream.Collectors;

/** Reads the text of a parse run from its chunks. */
final class ChunkText {
  private ChunkText() {}

  static String of(BulkResult<?> result) {
    JsonValue output = result.json().asObject().get("output");
    JsonValue chunks = output == null || output.isNull() ? null : output.asObject().get("chunks");
    if (chunks == null) {
      throw new IllegalStateException(
          "The run "
              + result.runId()
              + " has no chunks of text: Markdown files are for parse runs. Use jsonFiles or"
              + " jsonLines.");
    }
    return chunks.asArray().stream()
        .map(chunk -> chunk.asObject().get("content"))
        .filter(content -> content != null && !content.isNull())
        .map(JsonValue::asString)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
