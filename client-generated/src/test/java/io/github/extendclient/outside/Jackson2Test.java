package io.github.extendclient.outside;

import static io.github.extendclient.outside.Samples.RUN;
import static io.github.extendclient.outside.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.RunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jackson 2 without configuration. */
class Jackson2Test {
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void aModelIsWrittenAsTheJsonOfTheApi() throws Exception {
    assertThat(plain(mapper.writeValueAsString(Samples.run()))).isEqualTo(plain(RUN));
  }

  @Test
  void aModelIsReadFromTheJsonOfTheApi() throws Exception {
    String json = RUN.replace("12345678901234567890.10", "1.5");

    assertThat(mapper.readValue(json, ExtractRun.class).getId()).isEqualTo("exr_1");
    assertThat(plain(mapper.readValue(json, ExtractRun.class).toJson()))
        .isEqualTo(plain(json.replace("1.50", "1.5").replace("1e5", "100000.0")));
  }

  @Test
  void modelsWithinRecordsListsAndMapsAreWrittenAndRead() throws Exception {
    String json = mapper.writeValueAsString(Samples.holder());

    assertThat(plain(json)).isEqualTo(plain(Samples.holderJson()));
    Samples.Holder read = mapper.readValue(json, Samples.Holder.class);
    assertThat(read.run().getId()).isEqualTo("exr_1");
    assertThat(read.runs().get(0).getStatus()).isEqualTo(RunStatus.of("ZZ_NEWER"));
    assertThat(read.byName().get("a").unknownProperties()).containsKey("zzNewer");
    assertThat(read.value()).isEqualTo(JsonValue.ofJson("[1,null,\"x\"]"));
    assertThat(read.output()).isInstanceOf(ExtractOutput.class);
  }

  @Test
  void aTreeAndAMapOfAModelAreThoseOfItsJson() {
    JsonNode tree = mapper.valueToTree(Samples.run());
    Map<String, Object> map =
        mapper.convertValue(Samples.run(), new TypeReference<Map<String, Object>>() {});

    assertThat(tree.get("status").isTextual()).isTrue();
    assertThat(tree.get("config").get("schema").get("x").size()).isEqualTo(3);
    assertThat(map).containsEntry("id", "exr_1").containsEntry("reviewed", "yes");
    assertThat(mapper.convertValue(map, ExtractRun.class).getId()).isEqualTo("exr_1");
  }

  @Test
  void enumsAreTheirTextAndUnionsTheirMembers() throws Exception {
    assertThat(mapper.writeValueAsString(List.of(RunStatus.PROCESSED)))
        .isEqualTo("[\"PROCESSED\"]");
    assertThat(mapper.readValue("\"PROCESSED\"", RunStatus.class)).isSameAs(RunStatus.PROCESSED);
    assertThat(mapper.readValue("{\"zz\":1}", ExtractOutput.class).toJson())
        .isEqualTo("{\"zz\":1}");
    assertThat(mapper.readValue("\"text\"", ExtractOutput.class).toJson()).isEqualTo("\"text\"");
  }
}
