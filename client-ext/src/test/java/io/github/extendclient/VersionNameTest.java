package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.testsupport.PromptSockets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version is named by its ID or a name such as draft, and by nothing else. */
class VersionNameTest {
  private static final String EXTRACTOR = "ex_Xj8mK2pL9nR4vT7qY5wZ";

  @ParameterizedTest
  @ValueSource(strings = {"exv_xK9mLPqRtN3vS8wF5hB2cQ", "draft", "latest", "1", "1.0", "12.34"})
  void aVersionNameIsSent(String version) throws Exception {
    try (MockWebServer server = PromptSockets.mockServer()) {
      server.enqueue(new MockResponse.Builder().body("{}").build());
      server.start();
      try (ExtendClient extend = client(server)) {
        extend.extractorVersions().retrieve(EXTRACTOR, version);
      }

      assertThat(server.takeRequest().getTarget())
          .isEqualTo("/extractors/" + EXTRACTOR + "/versions/" + version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "1.", "drafts", "1/2", ""})
  void isRefused(String version) throws Exception {
    try (MockWebServer server = PromptSockets.mockServer()) {
      server.start();
      try (ExtendClient extend = client(server)) {
        assertThatThrownBy(() -> extend.extractorVersions().retrieve(EXTRACTOR, version))
            .isInstanceOf(IdPrefixException.class);
      }

      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void aVersionNameIsNotAnExtractorId() throws Exception {
    try (MockWebServer server = PromptSockets.mockServer()) {
      server.start();
      try (ExtendClient extend = client(server)) {
        assertThatThrownBy(() -> extend.extractors().retrieve("draft"))
            .isInstanceOf(IdPrefixException.class);
      }

      assertThat(server.getRequestCount()).isZero();
    }
  }

  private static ExtendClient client(MockWebServer server) {
    return ExtendClient.builder().apiKey("sk_test").baseUrl(server.url("/").toString()).build();
  }
}
