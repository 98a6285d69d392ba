package io.github.extendclient.benchmarks.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The response of {@code GET /parse_runs/{id}}: pages as chunks, with all their blocks. */
final class ParseRunDocument {
  private static final int BLOCKS_OF_A_PAGE = 40;
  // Room for the head of a page that is begun.
  private static final int PAGE_HEAD = 600;

  private ParseRunDocument() {}

  static byte[] of(int bytes, TagPlace tags, long seed) {
    Random random = new Random(seed);
    ObjectNode run = run(new Prose(random));
    ArrayNode chunks = (ArrayNode) run.get("output").get("chunks");
    Blocks blocks = new Blocks(random, tags);
    int size = Json.size(run);
    ObjectNode chunk = null;
    while (true) {
      if (chunk == null || chunk.get("blocks").size() == BLOCKS_OF_A_PAGE) {
        if (chunk != null) {
          size -= Json.size(chunk);
          chunk.put("content", contentOf(chunk));
          size += Json.size(chunk);
        }
        if (chunk != null && size + PAGE_HEAD > bytes) {
          break;
        }
        chunk = chunk(chunks.size() + 1, random);
        chunks.add(chunk);
        size += Json.size(chunk) + 1;
      }
      ObjectNode block = blocks.next(chunks.size());
      // Its text comes twice: here, and in the content of the page.
      int cost = Json.size(block) + 1 + Json.size(block.get("content"));
      if (sizeWithContent(size, chunk) + cost > bytes) {
        chunk.put("content", contentOf(chunk));
        break;
      }
      ((ArrayNode) chunk.get("blocks")).add(block);
      size += Json.size(block) + 1;
    }
    return filled(run, (ObjectNode) chunks.get(chunks.size() - 1), bytes);
  }

  private static int sizeWithContent(int size, ObjectNode chunk) {
    return size + Json.size(JsonNodeFactory.instance.textNode(contentOf(chunk)));
  }

  private static byte[] filled(ObjectNode run, ObjectNode lastChunk, int bytes) {
    int missing = bytes - Json.size(run);
    if (missing < 0) {
      throw new IllegalArgumentException("A parse run does not fit into " + bytes + " bytes.");
    }
    lastChunk.put("content", lastChunk.get("content").textValue() + Prose.filling(missing));
    return Json.text(run).getBytes(StandardCharsets.UTF_8);
  }

  private static String contentOf(ObjectNode chunk) {
    StringBuilder content = new StringBuilder();
    chunk
        .get("blocks")
        .forEach(block -> content.append(block.get("content").textValue()).append("\n\n"));
    return content.toString();
  }

  private static ObjectNode chunk(int page, Random random) {
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    chunk.put("object", "chunk").put("type", "page").put("content", "");
    ObjectNode metadata = chunk.putObject("metadata");
    metadata.putObject("pageRange").put("start", page).put("end", page);
    metadata.put("minOcrConfidence", random.nextInt(1000) / 1000.0);
    metadata.put("avgOcrConfidence", random.nextInt(1000) / 1000.0);
    chunk.putArray("blocks");
    return chunk;
  }

  private static ObjectNode run(Prose prose) {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("object", "parse_run").put("id", prose.id("pr_")).putNull("batchId");
    run.set("file", Json.file(prose));
    run.put("status", "PROCESSED").putNull("failureReason").putNull("failureMessage");
    run.putObject("metadata").put("customerId", "cus_1042");
    run.putObject("output").putArray("chunks");
    run.putNull("outputUrl");
    run.putObject("metrics").put("processingTimeMs", 4210).put("pageCount", 12);
    run.set("config", Json.parseConfig());
    ObjectNode usage = run.putObject("usage").put("credits", 12.5).put("totalCredits", 12.5);
    usage
        .putArray("breakdown")
        .addObject()
        .put("object", "parse_run")
        .put("id", run.get("id").textValue())
        .put("credits", 12.5);
    return run;
  }
}
