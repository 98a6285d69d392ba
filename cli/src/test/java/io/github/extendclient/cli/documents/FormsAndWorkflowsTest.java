package io.github.extendclient.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.SamplePdf;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code edit} and {@code run}. */
class FormsAndWorkflowsTest {
  private static final ExtendServer SERVER = ExtendServer.start();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void editFillsAForm() throws IOException {
    Path form = SamplePdf.write(folder.resolve("form.pdf"), "Remark:");
    Path schema =
        Files.writeString(
            folder.resolve("form.yaml"),
            """
            type: object
            properties:
              remark:
                type: string
                extend_edit:value: Seen by Ada
                extend_edit:page_index: 0
                extend_edit:bbox: {left: 300, top: 40, right: 400, bottom: 60}
            """);

    CommandRun.End end = run("edit", form.toString(), "--schema", schema.toString());

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(end.out())
        .startsWith("{\"object\":\"edit_run\"")
        .contains("\"filledValues\":{\"remark\":\"Seen by Ada\"}");
  }

  @Test
  void runSendsEachDocumentThroughAWorkflow() throws IOException {
    Path steps =
        Files.writeString(
            folder.resolve("workflow.yaml"),
            """
            name: Texts
            steps:
              - {type: TRIGGER, name: start, next: [{step: parse}]}
              - {type: PARSE, name: parse}
            """);
    String workflow =
        run("call", "workflows_create", "--body", steps.toString())
            .out()
            .replaceAll("(?s).*?\"id\":\"(workflow_[^\"]+)\".*", "$1");
    Path note = Files.writeString(folder.resolve("note.txt"), "A note");

    CommandRun.End end = run("run", workflow, note.toString());

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(end.out())
        .startsWith("{\"object\":\"workflow_run\"")
        .contains("\"status\":\"PROCESSED\"")
        .hasLineCount(1);
  }

  @Test
  void anUnknownWorkflowIsReported() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "A note");

    CommandRun.End end = run("run", "workflow_none", note.toString());

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err()).contains("404");
  }

  private static CommandRun.End run(String... arguments) {
    return CommandRun.on(SERVER).of(arguments);
  }
}
