package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deletions whose successful response has no body. */
class DeletionWithoutBodyTest extends MockServerFixture {
  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void countsAsDeleted(int status) {
    enqueue(TestClient.status(status));

    try (ExtendClient extend =
        ExtendClient.builder().apiKey("sk_1").baseUrl(server.url("/").toString()).build()) {
      DeletionReport report = Deletions.over(extend).run(List.of("file_1"));

      assertThat(report.deleted()).isEqualTo(1);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
