package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** The code of docs/raw-responses.md. */
class RawResponsesPageTest extends PageTest {
  private String id = "";

  @BeforeEach
  void create() {
    id =
        extend
            .parseRuns()
            .create(ParseRunCreateRequest.of(FileFromUrl.of("https://example.com/invoice.pdf")))
            .getId();
  }

  @Test
  void statusAndHeaders() throws IOException {
    // region call
    Response<ParseRun> response = extend.parseRuns().retrieveCall(id).execute();
    out.println(response.code() + " " + response.headers().get("x-extend-request-id"));
    ParseRun run = response.body();
    // endregion

    assertThat(printed()).matches("200 \\S+\\R");
    assertThat(run).isNotNull();
  }

  @Test
  void errorResponse() throws IOException {
    // region error
    Response<ParseRun> response = extend.parseRuns().retrieveCall("pr_unknown").execute();
    if (!response.isSuccessful()) {
      out.println(response.code() + " " + response.errorBody().string());
    }
    // endregion

    assertThat(printed()).startsWith("404 {").contains("\"code\":\"NOT_FOUND\"");
  }

  @Test
  void requestId() {
    // region request-id
    try {
      extend.parseRuns().retrieve("pr_unknown");
    } catch (ApiException e) {
      out.println(e.requestId());
    }
    // endregion

    assertThat(printed()).isNotBlank().isNotEqualTo("null");
  }

  @Test
  void json() {
    // region json
    ParseRun run = extend.parseRuns().retrieve(id);
    out.println(run.toJson());
    // endregion

    assertThat(printed()).startsWith("{\"object\":\"parse_run\"");
  }
}
