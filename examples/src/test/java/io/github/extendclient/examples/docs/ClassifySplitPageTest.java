package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.model.BatchInput;
import io.github.extendclient.v20260209.model.BatchRun;
import io.github.extendclient.v20260209.model.Classification;
import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.ClassifyRunCreateRequest;
import io.github.extendclient.v20260209.model.EditBoundingBox;
import io.github.extendclient.v20260209.model.EditConfig;
import io.github.extendclient.v20260209.model.EditRun;
import io.github.extendclient.v20260209.model.EditRunCreateRequest;
import io.github.extendclient.v20260209.model.EditSchema;
import io.github.extendclient.v20260209.model.EditSchemaProperty;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateBatchRequest;
import io.github.extendclient.v20260209.model.ParseRunSummary;
import io.github.extendclient.v20260209.model.Split;
import io.github.extendclient.v20260209.model.SplitClassification;
import io.github.extendclient.v20260209.model.SplitConfig;
import io.github.extendclient.v20260209.model.SplitRun;
import io.github.extendclient.v20260209.model.SplitRunCreateRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/classify-split-edit.md and docs/batches.md. */
class ClassifySplitPageTest extends PageTest {
  @TempDir private Path folder;

  private final Poller poller = Poller.upTo(Duration.ofMinutes(1));

  private FileFromId file() {
    byte[] content = "Invoice\nTotal: 5".getBytes(StandardCharsets.UTF_8);
    return FileFromId.builder()
        .id(extend.files().upload(Upload.of("invoice.txt", content)).getId())
        .build();
  }

  @Test
  void classifies() {
    FileFromId file = file();
    // region classify
    ClassifyConfig config =
        ClassifyConfig.builder()
            .classifications(
                List.of(
                    Classification.builder()
                        .id("invoice")
                        .type("invoice")
                        .description("A bill with a total")
                        .build(),
                    Classification.builder()
                        .id("other")
                        .type("other")
                        .description("Anything else")
                        .build()))
            .build();
    ClassifyRun run =
        extend
            .classifyRuns()
            .createAndPoll(
                ClassifyRunCreateRequest.builder().file(file).config(config).build(), poller);
    if (run.getOutput() != null) {
      out.println(run.getOutput().getType());
    }
    // endregion

    assertThat(printed()).isEqualTo("invoice\n");
  }

  @Test
  void splits() {
    FileFromId file = file();
    // region split
    SplitConfig config =
        SplitConfig.builder()
            .splitClassifications(
                List.of(
                    SplitClassification.builder()
                        .id("invoice")
                        .type("invoice")
                        .description("A bill with a total")
                        .build(),
                    SplitClassification.builder()
                        .id("other")
                        .type("other")
                        .description("Anything else")
                        .build()))
            .build();
    SplitRun run =
        extend
            .splitRuns()
            .createAndPoll(
                SplitRunCreateRequest.builder().file(file).config(config).build(), poller);
    if (run.getOutput() != null) {
      for (Split part : run.getOutput().getSplits()) {
        out.println(part.getType() + " " + part.getStartPage() + "-" + part.getEndPage());
      }
    }
    // endregion

    assertThat(printed()).endsWith(" 1-1\n");
  }

  @Test
  void fillsAForm() throws IOException {
    Path form = Path.of("documents", "invoice.pdf");
    Path filled = folder.resolve("filled.pdf");
    // region edit
    EditSchemaProperty remark =
        EditSchemaProperty.builder()
            .type(JsonValue.of("string"))
            .extendEditValue(JsonValue.of("Seen by Ada"))
            .extendEditPageIndex(0) // these two for a form without a field of that name
            .extendEditBbox(
                EditBoundingBox.builder().left(400).top(40).right(500).bottom(60).build())
            .build();
    EditRun run =
        extend
            .editRuns()
            .createAndPoll(
                EditRunCreateRequest.builder()
                    .file(FileFromId.builder().id(extend.files().upload(form).getId()).build())
                    .config(
                        EditConfig.builder()
                            .schema(EditSchema.of(Map.of("remark", remark)))
                            .build())
                    .build(),
                poller);
    if (run.getOutput() != null) {
      extend.download(run.getOutput().getEditedFile().getPresignedUrl()).to(filled);
    }
    // endregion

    assertThat(filled).isNotEmptyFile();
  }

  @Test
  void runsABatch() {
    FileFromId first = file();
    FileFromId second = file();
    // region batch
    BatchRun batch =
        extend
            .parseRuns()
            .createBatch(
                ParseRunCreateBatchRequest.builder()
                    .inputs(
                        Stream.of(first, second)
                            .map(file -> BatchInput.builder().file(file).build())
                            .toList())
                    .build());
    poller.await(batch.getId(), extend.batchRuns()::retrieve);
    ParseRunsApi.ListParams ofBatch =
        ParseRunsApi.ListParams.builder().batchId(batch.getId()).maxPageSize(1000).build();
    for (ParseRunSummary run : extend.pages(extend.parseRuns()::list, ofBatch)) {
      out.println(run.getStatus());
    }
    // endregion

    assertThat(printed()).isEqualTo("PROCESSED\nPROCESSED\n");
  }
}
