package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.api.FilesApi.ListParams;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ChunkType;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.ParseChunkingStrategy;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.ParseTarget;
import io.github.extendclient.v20260209.model.ResponseType;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.TableDetails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/parse.md. */
class ParsePageTest extends PageTest {
  private static final Path INVOICE = Path.of("documents", "invoice.pdf");

  @Test
  void parsesAFileAndPrintsIt() {
    print(parse(INVOICE));

    assertThat(printed()).contains("| Laid paper, cream, 120 g | 40 | 12.50 | 500.00 |");
    assertThat(printed()).contains("a table of ");
  }

  @Test
  void aFailedRunIsAResponse() {
    ParseRun run = run("FAIL_OCR_ERROR.txt");

    print(run);

    assertThat(printed()).startsWith("OCR_ERROR: ");
  }

  // region parse
  ParseRun parse(Path document) {
    File file = extend.files().upload(document);
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(file.getId()).build()).build();
    return extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
  }

  // endregion

  // region read
  void print(ParseRun run) {
    if (!run.getStatus().equals(RunStatus.PROCESSED)) {
      out.println(run.getFailureReason() + ": " + run.getFailureMessage());
      return;
    }
    for (Chunk chunk : run.getOutput().getChunks()) {
      out.println(chunk.getContent()); // Markdown
      for (Block block : chunk.getBlocks()) {
        if (block.getDetails() instanceof TableDetails table) {
          out.println("a table of " + table.getRowCount() + " rows");
        }
      }
    }
  }

  // endregion

  @Test
  void takesAnAddressOrBytesInPlaceOfAFile() {
    byte[] bytes = "Invoice number: 7".getBytes(StandardCharsets.UTF_8);
    // region inputs
    FileFromUrl address = FileFromUrl.builder().url("https://example.com/invoice.pdf").build();
    File file = extend.files().upload(Upload.of("note.txt", bytes));
    // endregion

    assertThat(ParseRunCreateRequest.builder().file(address).build().getFile()).isSameAs(address);
    assertThat(file.getName()).isEqualTo("note.txt");
  }

  @Test
  void tellsHowFarItIs() {
    // region progress
    Upload upload =
        Upload.of(INVOICE)
            .onProgress((bytes, total) -> out.println(bytes + " of " + total + " bytes"));
    File file = extend.files().upload(upload);
    Poller poller =
        Poller.builder()
            .timeout(Duration.ofMinutes(10))
            .onProgress(
                run -> out.println(run.runId() + " waits " + run.elapsed().toSeconds() + " s"))
            .build();
    // endregion

    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(file.getId()).build()).build();
    assertThat(extend.parseRuns().createAndPoll(request, poller).getStatus())
        .isEqualTo(RunStatus.PROCESSED);
    assertThat(printed()).startsWith("0 of ");
  }

  @Test
  void takesOptions() {
    FileFromId file = file("a.txt");
    // region config
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder()
            .file(file)
            .config(
                ParseConfig.builder()
                    .target(ParseTarget.MARKDOWN)
                    .chunkingStrategy(ParseChunkingStrategy.builder().type(ChunkType.PAGE).build())
                    .build())
            .build();
    // endregion

    assertThat(extend.parseRuns().create(request).getConfig().getTarget())
        .isEqualTo(ParseTarget.MARKDOWN);
  }

  @Test
  void runsInTheBackground() {
    Poller poller = Poller.upTo(Duration.ofSeconds(30));
    ParseRunCreateRequest request = ParseRunCreateRequest.builder().file(file("a.txt")).build();
    // region async
    CompletableFuture<Void> printed =
        extend.parseRuns().createAndPollAsync(request, poller).thenAccept(this::print);
    // endregion

    printed.join();
    assertThat(printed()).contains("a.txt");
  }

  @Test
  void listsInTheBackground() {
    file("a.txt");
    ListParams params = ListParams.builder().build();
    // region pages
    CompletableFuture<Void> listed =
        extend
            .pagesAsync(extend.files()::listAsync, params)
            .forEach(file -> out.println(file.getName()));
    // endregion

    listed.join();
    assertThat(printed()).contains("a.txt");
  }

  @Test
  void waitsAtTheServer() {
    FileFromId file = file("a.txt");
    // region sync
    ParseRun run = extend.parseRuns().parse(ParseRunCreateRequest.builder().file(file).build());
    // endregion

    assertThat(run.getStatus()).isEqualTo(RunStatus.PROCESSED);
  }

  @Test
  void downloadsALargeResult(@TempDir Path folder) throws Exception {
    String id = run("a.txt").getId();
    Path target = folder.resolve("output.json");
    // region download
    ParseRunsApi.RetrieveParams params =
        ParseRunsApi.RetrieveParams.builder().responseType(ResponseType.URL).build();
    ParseRun run = extend.parseRuns().retrieve(id, params);
    long bytes = extend.download(run.getOutputUrl()).to(target);
    // endregion

    assertThat(bytes).isEqualTo(Files.size(target));
    assertThat(target).content().contains("a.txt");
  }

  private ParseRun run(String name) {
    return extend
        .parseRuns()
        .createAndPoll(
            ParseRunCreateRequest.builder().file(file(name)).build(),
            Poller.upTo(Duration.ofSeconds(30)));
  }

  /** Uploads a text that is its name. */
  private FileFromId file(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return FileFromId.builder().id(extend.files().upload(Upload.of(name, text)).getId()).build();
  }
}
