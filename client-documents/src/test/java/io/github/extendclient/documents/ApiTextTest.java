package io.github.extendclient.documents;

import io.github.extendclient.surface.ApiFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiTextTest {
  @Test
  void apiTextIsThePublicApi() throws IOException {
    ApiFile.check("client-documents", Proof.class, type -> true);
  }
}
