package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The JSON of the page; SnippetsTest compares its Java with the example. */
class TypedExtractionPageTest {
  private static final Path PAGE = Path.of("..", "docs", "typed-extraction.md");

  @Test
  void theSchemaOfThePageIsThatOfTheExample() throws IOException {
    assertThat(blocks("json"))
        .singleElement()
        .satisfies(
            json ->
                assertThat(JsonValue.of(JsonValue.ofJson(json).toPlain()))
                    .hasToString(TypedExtractionExample.INVOICE.toString()));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
