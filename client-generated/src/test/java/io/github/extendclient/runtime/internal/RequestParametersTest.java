package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.Upload;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestParametersTest {
  private final RequestParameters request = new RequestParameters();

  @Test
  void valueIsPercentEncoded() {
    assertThat(request.query("a b", "ä&=/+").query())
        .isEqualTo(Map.of("a%20b", "%C3%A4%26%3D%2F%2B"));
  }

  @Test
  void timeIsWrittenWithItsSeconds() {
    request.query("since", OffsetDateTime.parse("2026-02-09T12:30Z"));

    assertThat(request.query()).isEqualTo(Map.of("since", "2026-02-09T12%3A30%3A00Z"));
  }

  @Test
  void explodedListHasAnEntryForEachElement() {
    request.query("tags", QueryStyle.EXPLODED, List.of("a", "b"));

    assertThat(request.query().entrySet())
        .containsExactly(Map.entry("tags", "a"), Map.entry("tags", "b"));
  }

  @Test
  void otherListsAreOneEntryWithTheirSeparator() {
    request.query("c", QueryStyle.COMMAS, List.of("a", "b,"));
    request.query("s", QueryStyle.SPACES, List.of("a", "b"));
    request.query("p", QueryStyle.PIPES, List.of("a", "b"));

    assertThat(request.query()).isEqualTo(Map.of("c", "a,b%2C", "s", "a%20b", "p", "a|b"));
  }

  @Test
  void nullTakesAParameterBack() {
    request.query("a", "1").header("b", "2").field("c", "3").part("d", "4");

    request.query("a", null).header("b", null).field("c", null).part("d", null);

    assertThat(request.query()).isEmpty();
    assertThat(request.headers()).isEmpty();
    assertThat(request.fields()).isEmpty();
    assertThat(request.parts()).isEmpty();
  }

  @Test
  void partTakesSeveralFiles() {
    request.part("files", List.of(Upload.of("a", new byte[1]), Upload.of("b", new byte[2])));

    assertThat(request.parts()).hasSize(2);
  }
}
