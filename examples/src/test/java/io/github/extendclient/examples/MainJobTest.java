package io.github.extendclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.contract.OpenApiValidation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class MainJobTest {
  @Test
  void runsTheWholeLifeOfADocument() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OpenApiValidation validation = new OpenApiValidation();

    MainJob.runEmbedded(
        Path.of("documents", "invoice.pdf"),
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        ExtendClient.builder()
            .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(validation).build()));

    String output = bytes.toString(StandardCharsets.UTF_8);
    List<String> steps = steps(output.lines().toList());
    assertThat(output.lines().filter(line -> !line.startsWith("file:")))
        .as("lines that do not depend on where the checkout is")
        .allMatch(line -> line.length() <= 100);
    assertThat(steps).hasSize(13);
    assertThat(steps.get(0)).contains("upload", "POST /files/upload 200", "file_");
    assertThat(steps.get(1))
        .contains("parse, survive a 503", "POST /parse_runs 200, GET /parse_runs/… 503 200", "pr_");
    assertThat(steps.get(2)).contains("extract fields", "POST /extract_runs 200", "exr_");
    assertThat(steps.get(3)).contains("extract once more", "POST /extract_runs 200", "exr_");
    assertThat(steps.get(4)).contains("refuse a wrong ID", "nothing sent", "IdPrefixException");
    assertThat(steps.get(5))
        .contains(
            "lose a response", "POST /extract_runs no response", "may have been accepted: true");
    assertThat(steps.get(6))
        .contains("parse with 2025-04-21", "POST /parse/async 200", "parser_run_");
    assertThat(steps.get(7)).contains("DELETE /processor_runs/… 200", "exr_");
    assertThat(steps.get(8)).contains("DELETE /extract_runs/… 200", "exr_");
    assertThat(steps.get(9)).contains("DELETE /parser_runs/… 200", "parser_run_");
    assertThat(steps.get(10)).contains("DELETE /parse_runs/… 200", "pr_");
    assertThat(steps.get(11)).contains("DELETE /files/… 200", "file_");
    assertThat(steps.get(12)).contains("DELETE /parse_runs/… 404", "NotFoundException");
    assertThat(output)
        .contains("| Laid paper, cream, 120 g | 40 | 12.50 | 500.00 |")
        .contains("invoice_number   \"INV-2026-0417\"")
        .contains("total_due        1522.80")
        .contains("The server counted 1 POST /extract_runs: the create was not sent twice.")
        .contains("Bulk: 10 documents, one of them broken")
        .contains("failed runs: {CORRUPT_FILE=1}")
        .contains("the server counted 10 runs, and the file of results has 10 lines")
        .endsWith("/target/invoice.pdf.proof.html" + System.lineSeparator());
    assertThat(Path.of("target", "invoice.pdf.proof.html"))
        .content()
        .contains("INV-2026-0417", "<figure id=\"page-1\">", "<g class=\"k-field\"");
    assertThat(validation.violations())
        .as("all to the specification, but for the status that was made to fail")
        .allMatch(violation -> violation.contains(" -> 503: "));
  }

  /** Returns each line of a step with the line below it, which may have the result. */
  private static List<String> steps(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).matches(" ?\\d+  .*"))
        .mapToObj(i -> lines.get(i) + "\n" + lines.get(i + 1))
        .toList();
  }
}
