package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.id.IdDescription;
import io.github.extendclient.id.Ids;
import io.github.extendclient.v20250421.model.FileInput;
import io.github.extendclient.v20250421.model.ParserRun;
import io.github.extendclient.v20250421.model.ParserRunCreateRequest;
import io.github.extendclient.v20250421.model.ParserRunResponse;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code of docs/migrating-from-2025-04-21.md. */
class PreviousVersionPageTest extends PageTest {
  private final Poller poller = Poller.upTo(Duration.ofSeconds(30));

  @Test
  void oneClientSpeaksBoth() {
    String fileId = extend.files().upload(Path.of("documents", "invoice.pdf")).getId();
    // region both
    ParserRunCreateRequest before =
        ParserRunCreateRequest.builder().file(FileInput.builder().fileId(fileId).build()).build();
    ParserRunResponse previous = extend.v20250421().parserRuns().createAndPoll(before, poller);

    ParseRunCreateRequest now =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(fileId).build()).build();
    ParseRun current = extend.parseRuns().createAndPoll(now, poller);
    // endregion

    assertThat(previous.getParserRun())
        .isInstanceOfSatisfying(
            ParserRun.class, run -> assertThat(run.getId()).startsWith("parser_run_"));
    assertThat(current.getId()).startsWith("pr_");
  }

  @Test
  void tellsWhatAnIdIs() {
    // region describe
    IdDescription description = Ids.describe("dpr_xK9mLPqRtN3vS8wF5hB2cQ");
    out.println(description);
    // endregion

    assertThat(description.operations()).containsKey("2025-04-21");
  }
}
