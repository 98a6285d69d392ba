package io.github.extendclient.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadInvoiceTest {
  @Test
  void runsOnTheModulePath() {
    assertThat(ReadInvoice.class.getModule().getName())
        .isEqualTo("io.github.extendclient.examples.modulepath");
    assertThat(ExtendClient.class.getModule().getName()).isEqualTo("io.github.extendclient");
    assertThat(ParseRun.class.getModule().getName()).isEqualTo("io.github.extendclient.generated");
    assertThat(ExtendServer.class.getModule().getName())
        .isEqualTo("io.github.extendclient.testing");
  }

  @Test
  void readsAnInvoiceIntoARecordOfThisModule() {
    try (ExtendServer server = ExtendServer.start();
        ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .build()) {
      byte[] text =
          "Invoice number: 7\nInvoice date: 2026-01-02\nTotal due: 3.50\n"
              .getBytes(StandardCharsets.UTF_8);

      assertThat(ReadInvoice.read(extend, Upload.of("invoice.md", text)))
          .isEqualTo(new Invoice("7", LocalDate.of(2026, 1, 2), new BigDecimal("3.50")));
    }
  }

  /**
   * Starts the program in its own process, because Surefire resolves more modules than the
   * descriptors require.
   */
  @Test
  @Timeout(60)
  void startsWithTheModulesThatTheDescriptorsName() throws IOException, InterruptedException {
    String modulePath =
        Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("junit"))
            .collect(Collectors.joining(File.pathSeparator));

    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath,
                "--module",
                "io.github.extendclient.examples.modulepath/" + ReadInvoice.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output)
        .isEqualTo(
            "Invoice[invoiceNumber=INV-2026-0417, invoiceDate=2026-04-17, totalDue=1522.80]");
    assertThat(program.exitValue()).isZero();
  }
}
