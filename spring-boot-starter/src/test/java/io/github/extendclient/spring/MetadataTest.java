package io.github.extendclient.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Editors complete properties from this file. */
class MetadataTest {
  @Test
  void everyPropertyHasItsTypeAndDescription() throws IOException {
    Map<String, JsonValue> metadata;
    try (InputStream file =
        ExtendProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      metadata =
          JsonValue.ofJson(new String(file.readAllBytes(), StandardCharsets.UTF_8)).asObject();
    }

    List<Map<String, JsonValue>> properties =
        metadata.get("properties").asArray().stream().map(JsonValue::asObject).toList();
    assertThat(properties)
        .hasSize(17)
        .allSatisfy(
            property -> {
              assertThat(property.get("name").asString()).startsWith("extend.");
              assertThat(property.get("type").asString()).isNotEmpty();
              assertThat(property.get("description").asString()).endsWith(".");
            });
  }
}
