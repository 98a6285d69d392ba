package io.github.extendclient.outside;

import static io.github.extendclient.outside.Samples.RUN;
import static io.github.extendclient.outside.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.RunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JacksonTest {
  @ParameterizedTest
  @EnumSource
  void aModelIsWrittenAsTheJsonOfTheApi(Jackson jackson) throws Exception {
    assertThat(plain(jackson.write(Samples.run()))).isEqualTo(plain(RUN));
  }

  @ParameterizedTest
  @EnumSource
  void aModelIsReadFromTheJsonOfTheApi(Jackson jackson) throws Exception {
    String json = RUN.replace("12345678901234567890.10", "1.5");

    assertThat(jackson.read(json, ExtractRun.class).getId()).isEqualTo("exr_1");
    assertThat(plain(jackson.read(json, ExtractRun.class).toJson()))
        .isEqualTo(plain(json.replace("1.50", "1.5").replace("1e5", "100000.0")));
  }

  @ParameterizedTest
  @EnumSource
  void modelsWithinRecordsListsAndMapsAreWrittenAndRead(Jackson jackson) throws Exception {
    String json = jackson.write(Samples.holder());

    assertThat(plain(json)).isEqualTo(plain(Samples.holderJson()));
    Samples.Holder read = jackson.read(json, Samples.Holder.class);
    assertThat(read.run().getId()).isEqualTo("exr_1");
    assertThat(read.runs().get(0).getStatus()).isEqualTo(RunStatus.of("ZZ_NEWER"));
    assertThat(read.byName().get("a").unknownProperties()).containsKey("zzNewer");
    assertThat(read.value()).isEqualTo(JsonValue.ofJson("[1,null,\"x\"]"));
    assertThat(read.output()).isInstanceOf(ExtractOutput.class);
  }

  @ParameterizedTest
  @EnumSource
  void theTreeOfAModelIsThatOfItsJson(Jackson jackson) {
    Map<String, JsonValue> tree = JsonValue.ofJson(jackson.tree(Samples.run())).asObject();

    assertThat(tree.get("status")).isEqualTo(JsonValue.of("ZZ_NEWER"));
    assertThat(tree.get("config").asObject().get("schema").asObject().get("x").asArray())
        .hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aModelBecomesAMapAndBack(Jackson jackson) {
    Map<String, Object> map = jackson.toMap(Samples.run());

    assertThat(map).containsEntry("id", "exr_1").containsEntry("reviewed", "yes");
    assertThat(jackson.convert(map, ExtractRun.class).getId()).isEqualTo("exr_1");
  }

  @ParameterizedTest
  @EnumSource
  void enumsAreTheirText(Jackson jackson) throws Exception {
    assertThat(jackson.write(List.of(RunStatus.PROCESSED))).isEqualTo("[\"PROCESSED\"]");
    assertThat(jackson.read("\"PROCESSED\"", RunStatus.class)).isSameAs(RunStatus.PROCESSED);
  }

  @ParameterizedTest
  @EnumSource
  void unionsAreTheirMembers(Jackson jackson) throws Exception {
    assertThat(jackson.read("{\"zz\":1}", ExtractOutput.class).toJson()).isEqualTo("{\"zz\":1}");
    assertThat(jackson.read("\"text\"", ExtractOutput.class).toJson()).isEqualTo("\"text\"");
  }
}
