package io.github.extendclient.testing;

import io.github.extendclient.surface.ApiFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiTextTest {
  @Test
  void apiTextIsThePublicApi() throws IOException {
    ApiFile.check(
        "client-testing",
        ExtendServer.class,
        type -> !type.getPackageName().startsWith("io.github.extendclient.testing.internal"));
  }
}
