package io.github.extendclient.benchmarks.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A parse run without output, as a poll reads it. */
public final class WaitingRun {
  private static final int SEED = 1;

  private WaitingRun() {}

  /**
   * The run.
   *
   * @param status such as {@code PROCESSING}
   * @param bytes its exact size, at least 1,000; what is missing stands in its metadata
   */
  public static byte[] of(String status, int bytes) {
    Prose prose = new Prose(new Random(SEED));
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("object", "parse_run").put("id", prose.id("pr_")).putNull("batchId");
    run.set("file", Json.file(prose));
    run.put("status", status).putNull("failureReason").putNull("failureMessage");
    ObjectNode metadata = run.putObject("metadata").put("notes", "");
    run.putNull("output").putNull("outputUrl").putNull("metrics");
    run.putObject("config").put("target", "markdown");
    run.putNull("usage");
    metadata.put("notes", Prose.filling(bytes - Json.size(run)));
    return Json.text(run).getBytes(StandardCharsets.UTF_8);
  }
}
