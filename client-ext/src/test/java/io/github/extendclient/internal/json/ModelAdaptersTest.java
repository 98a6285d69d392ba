package io.github.extendclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import io.github.extendclient.v20260209.model.BatchRun;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import java.io.IOException;
import java.util.List;
import okio.Buffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ModelAdaptersTest {
  private final ModelAdapters adapters = new ModelAdapters(ModelJsonAdapterFactory::adapterOf);

  @Test
  void aModelIsReadByItsOwnAdapter() throws IOException {
    assertThat(read(adapters.adapter(BatchRun.class), "{\"id\":\"bpr_1\"}"))
        .isInstanceOfSatisfying(BatchRun.class, run -> assertThat(run.getId()).isEqualTo("bpr_1"));
  }

  @Test
  void aListOfModelsIsReadWithTheHelpOfMoshi() throws IOException {
    JsonAdapter<?> runs = adapters.adapter(Types.newParameterizedType(List.class, BatchRun.class));

    assertThat(read(runs, "[{\"id\":\"bpr_1\"}]"))
        .asInstanceOf(InstanceOfAssertFactories.list(BatchRun.class))
        .extracting(BatchRun::getId)
        .containsExactly("bpr_1");
  }

  @Test
  void aTypeWithoutAnAdapterIsNamed() {
    assertThatThrownBy(() -> adapters.adapter(StringBuilder.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Platform class java.lang.StringBuilder requires explicit");
  }

  private static Object read(JsonAdapter<?> adapter, String json) throws IOException {
    return adapter.fromJson(new Buffer().writeUtf8(json));
  }
}
