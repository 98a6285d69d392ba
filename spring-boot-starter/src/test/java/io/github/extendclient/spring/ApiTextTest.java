package io.github.extendclient.spring;

import io.github.extendclient.surface.ApiFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiTextTest {
  @Test
  void apiTextIsThePublicApi() throws IOException {
    ApiFile.check("spring-boot-starter", ExtendAutoConfiguration.class, type -> true);
  }
}
