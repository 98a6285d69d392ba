package io.github.extendclient.cli.demo;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.JsonValue;
import java.util.List;
import java.util.Map;

/** Makes the server of {@code --demo} send webhooks. */
final class DemoDeliveries {
  private static final List<String> EVENTS =
      List.of("parse_run.processed", "extract_run.processed", "classify_run.processed");

  private DemoDeliveries() {}

  /** Creates an endpoint and then the runs whose events it receives; returns the signing secret. */
  static String begin(ExtendClient extend, Map<String, String> samples, String address) {
    JsonValue endpoint =
        call(
            extend,
            "webhookEndpoints_create",
            Map.of(
                "name",
                "Demo",
                "url",
                address,
                "apiVersion",
                "2026-02-09",
                "enabledEvents",
                EVENTS));
    Map<String, Object> file = Map.of("id", samples.get("INVOICE"));
    call(extend, "parseRuns_create", Map.of("file", file));
    call(
        extend,
        "extractRuns_create",
        Map.of("file", file, "extractor", Map.of("id", samples.get("EXTRACTOR"))));
    call(
        extend,
        "classifyRuns_create",
        Map.of("file", file, "classifier", Map.of("id", samples.get("CLASSIFIER"))));
    return endpoint.asObject().get("signingSecret").asString();
  }

  private static JsonValue call(ExtendClient extend, String operation, Map<String, Object> body) {
    return extend.operations().get(operation).call(Map.of(), JsonValue.of(body));
  }
}
