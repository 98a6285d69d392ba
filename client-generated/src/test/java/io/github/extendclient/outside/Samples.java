package io.github.extendclient.outside;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractRun;
import java.util.List;
import java.util.Map;

/** Documents with data that is easily lost, and users' classes that contain them. */
final class Samples {
  /** Unknown properties, enum values, digits, nulls, a value of another type, a list item too. */
  static final String RUN =
      """
      {"object":"extract_run","id":"exr_1","extractor":null,"status":"ZZ_NEWER",
      "reviewed":"yes","edited":false,"config":{"schema":{"type":"object","x":[1,1.50,null]}},
      "output":{"value":{"total":12345678901234567890.10,"note":null,"lines":[{"a":true}]},
      "metadata":{"total":{"ocrConfidence":0.5,"citations":[7,null]}}},
      "edits":null,"extractorVersion":null,"failureMessage":null,"failureReason":null,"file":null,
      "files":null,"initialOutput":null,"metadata":null,"parseRunId":null,"reviewedOutput":null,
      "usage":null,"zzNewer":{"deep":[1e5,"é"]}}
      """
          .replace("\n", "");

  private Samples() {}

  record Holder(
      ExtractRun run,
      List<ExtractRun> runs,
      Map<String, ExtractRun> byName,
      JsonValue value,
      io.github.extendclient.v20260209.model.ExtractOutput output) {}

  static ExtractRun run() {
    return ExtractRun.fromJson(RUN);
  }

  static Holder holder() {
    ExtractRun run = run();
    return new Holder(
        run, List.of(run), Map.of("a", run), JsonValue.ofJson("[1,null,\"x\"]"), run.getOutput());
  }

  static String holderJson() {
    String output = JsonValue.ofJson(RUN).asObject().get("output").json();
    return "{\"run\":"
        + RUN
        + ",\"runs\":["
        + RUN
        + "],\"byName\":{\"a\":"
        + RUN
        + "},\"value\":[1,null,\"x\"],\"output\":"
        + output
        + "}";
  }

  static Object plain(String json) {
    return Map.of("json", JsonValue.ofJson(json).toPlain());
  }
}
