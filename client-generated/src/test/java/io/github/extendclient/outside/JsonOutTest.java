package io.github.extendclient.outside;

import static io.github.extendclient.outside.Samples.RUN;
import static io.github.extendclient.outside.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** To JSON and back without any library. */
class JsonOutTest {
  @Test
  void textBytesAndStreamsGiveTheSame() throws Exception {
    byte[] bytes = RUN.getBytes(StandardCharsets.UTF_8);

    assertThat(ExtractRun.fromJson(RUN))
        .isEqualTo(ExtractRun.fromJson(bytes))
        .isEqualTo(ExtractRun.fromJson(new ByteArrayInputStream(bytes)))
        .isEqualTo(ExtractRun.fromJson("\uFEFF" + RUN));
  }

  @Test
  void nothingIsLostOrChanged() {
    assertThat(plain(Samples.run().toJson())).isEqualTo(plain(RUN));
    assertThat(Samples.run().toJson()).contains("12345678901234567890.10", "1.50", "1e5");
    assertThat(ExtractRun.fromJson(Samples.run().toJson())).isEqualTo(Samples.run());
  }

  @Test
  void aModelIsAJsonValueWithinOthersToo() {
    assertThat(JsonValue.of(Samples.run()).json()).isEqualTo(Samples.run().toJson());
    assertThat(JsonValue.of(Map.of("run", Samples.run())).json())
        .isEqualTo("{\"run\":" + Samples.run().toJson() + "}");
  }

  @Test
  void thePropertiesAreReachableAsJson() {
    ExtractRun run = Samples.run();

    assertThat(run.json("reviewed")).isEqualTo(JsonValue.of("yes"));
    assertThat(run.json("zzNewer")).hasToString("{\"deep\":[1e5,\"é\"]}");
    assertThat(run.json("none")).isNull();
  }

  @Test
  void halfOfASurrogatePairInATextIsKept() {
    assertThat(ExtractRun.fromJson("{\"id\":\"\ud800\"}").getId()).isEqualTo("\ud800");
  }

  @Test
  void textThatIsNotJsonIsRefusedWithoutItsContent() {
    assertThatThrownBy(() -> ExtractRun.fromJson("{\"id\":secret}"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("No ExtractRun can be read: malformed at path $.id.");
    assertThatThrownBy(() -> ExtractRun.fromJson("{\"id\":\"a\""))
        .hasMessage("No ExtractRun can be read: the document is cut off at path $.id.");
    assertThatThrownBy(() -> ExtractRun.fromJson("null"))
        .hasMessage("No ExtractRun can be read: the document is null.");
    assertThatThrownBy(() -> ExtractRun.fromJson("{} {}"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }
}
