package io.github.extendclient.surface;

import io.github.extendclient.runtime.Model;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiTextTest {
  @Test
  void apiTextIsThePublicApi() throws IOException {
    ApiFile.check(
        "client-generated",
        Model.class,
        type -> !type.getPackageName().equals("io.github.extendclient.runtime.internal"));
  }
}
