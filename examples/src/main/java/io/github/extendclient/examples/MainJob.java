package io.github.extendclient.examples;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.Poller;
import io.github.extendclient.documents.DocumentInfo;
import io.github.extendclient.documents.DocumentKind;
import io.github.extendclient.documents.Proof;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.examples.bulk.BulkDemo;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.v20250421.model.FileInput;
import io.github.extendclient.v20250421.model.ParserRun;
import io.github.extendclient.v20250421.model.ParserRunCreateRequest;
import io.github.extendclient.v20250421.model.ParserRunResponse;
import io.github.extendclient.v20260209.model.Chunk;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Processes a document from upload to deletion: uploads and parses it, extracts its fields, and
 * deletes all that the API stores of it. By default it runs against an embedded server, and also
 * shows what happens on failures. With {@code EXTEND_API_KEY} set, it runs against the real API,
 * where it costs the credits of two parse runs and two extract runs.
 */
public final class MainJob {
  private static final Path DOCUMENT = Path.of("documents", "invoice.pdf");
  private static final Path PROOFS = Path.of("target");
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "invoice_number": {"type": ["string", "null"], "description": "Invoice number"},
          "invoice_date": {
            "type": ["string", "null"], "extend:type": "date", "description": "Invoice date"
          },
          "customer": {"type": ["string", "null"], "description": "Customer"},
          "total_due": {"type": ["number", "null"], "description": "Total due"}
        },
        "required": ["invoice_number", "invoice_date", "customer", "total_due"],
        "additionalProperties": false
      }
      """;

  private final ExtendClient extend;
  private final @Nullable ExtendServer server;
  private final Steps steps;
  private final Poller poller;

  private MainJob(ExtendClient extend, @Nullable ExtendServer server, Steps steps) {
    this.extend = extend;
    this.server = server;
    this.steps = steps;
    this.poller =
        server == null
            ? Poller.upTo(Duration.ofMinutes(10))
            : Poller.builder()
                .timeout(Duration.ofSeconds(30))
                .interval(Duration.ofMillis(200))
                .build();
  }

  /**
   * Runs the job.
   *
   * @param args the document, or nothing for the invoice that comes with the examples
   */
  public static void main(String... args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path document = args.length == 0 ? DOCUMENT : Path.of(args[0]);
    String key = System.getenv("EXTEND_API_KEY");
    try {
      if (key == null || key.isBlank()) {
        runEmbedded(document, out, ExtendClient.builder());
      } else {
        runReal(document, out);
      }
    } catch (ExtendException | IllegalArgumentException e) {
      out.println();
      out.println("The main job ended early: " + e.getMessage());
      System.exit(1);
    }
  }

  static void runEmbedded(Path document, PrintStream out, ExtendClientBuilder builder) {
    Steps steps = new Steps(out);
    try (ExtendServer server = ExtendServer.start();
        ExtendClient extend =
            builder
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .attemptListener(steps)
                .build()) {
      out.println("Extend main job: " + document + " on the embedded server at " + server.url());
      out.println("Set EXTEND_API_KEY to run it against the real API.");
      out.println();
      Path proof = new MainJob(extend, server, steps).run(document);
      out.println();
      out.println("Done: " + server.requests().size() + " requests reached the server.");
      out.println();
      BulkDemo.run(out);
      printProof(out, proof);
    }
  }

  private static void runReal(Path document, PrintStream out) {
    Steps steps = new Steps(out);
    try (ExtendClient extend = ExtendClient.builder().attemptListener(steps).build()) {
      out.println("Extend main job: " + document + " on the real API");
      out.println();
      Path proof = new MainJob(extend, null, steps).run(document);
      out.println();
      out.println("Done: everything that the job made was deleted.");
      printProof(out, proof);
    }
  }

  /** Uses a deprecated operation on purpose: both ways of deleting an extract run are shown. */
  @SuppressWarnings("deprecation")
  private @Nullable Path run(Path document) {
    File file = steps.step("upload", () -> extend.files().upload(document), File::getId);
    ParseRun parsed = parse(file);
    printText(parsed);
    ExtractRun first = extract("extract fields", file);
    printFields(first);
    Path proof = writeProof(document, parsed, first);
    ExtractRun second = extract("extract once more", file);
    if (server != null) {
      refuseWrongId(file);
      loseConnection(file, server);
    }
    String parserRun = parseWithPreviousVersion(file);

    steps.step(
        "delete by /processor_runs",
        () -> extend.processorRuns().delete(first.getId()),
        deleted -> deleted.getDocumentProcessorRunId());
    steps.step(
        "delete by /extract_runs",
        () -> extend.extractRuns().delete(second.getId()),
        deleted -> deleted.getId());
    steps.step(
        "delete by 2025-04-21",
        () -> extend.v20250421().parserRuns().delete(parserRun),
        deleted -> deleted.getParserRunId());
    steps.step(
        "delete by /parse_runs",
        () -> extend.parseRuns().delete(parsed.getId()),
        deleted -> deleted.getId());
    steps.step(
        "delete the file", () -> extend.files().delete(file.getId()), deleted -> deleted.getId());
    steps.step(
        "delete once more",
        () ->
            refused(NotFoundException.class, () -> extend.parseRuns().delete(parsed.getId()))
                .getClass()
                .getSimpleName(),
        refusal -> refusal);
    return proof;
  }

  /** Draws what was read on the document; null for a document without pages. */
  private static @Nullable Path writeProof(Path document, ParseRun parsed, ExtractRun extracted) {
    try {
      DocumentKind kind = DocumentInfo.of(document).kind();
      if (parsed.getOutput() == null
          || extracted.getOutput() == null
          || kind != DocumentKind.PDF && kind != DocumentKind.IMAGE) {
        return null;
      }
      Path proof = Files.createDirectories(PROOFS).resolve(document.getFileName() + ".proof.html");
      Proof.builder(document).add(extracted).add(parsed).build().writeHtml(proof);
      return proof;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void printProof(PrintStream out, @Nullable Path proof) {
    if (proof != null) {
      out.println("What was read, shown on the pages of the document:");
      out.println(proof.toAbsolutePath().toUri());
    }
  }

  private ParseRun parse(File file) {
    if (server != null) {
      server.faults().next("GET /parse_runs/{id}", Fault.status(503).retryAfter("1"));
    }
    return steps.step(
        server == null ? "parse and poll" : "parse, survive a 503",
        () ->
            succeeded(
                extend
                    .parseRuns()
                    .createAndPoll(
                        ParseRunCreateRequest.builder().file(byId(file)).build(), poller)),
        ParseRun::getId);
  }

  private ExtractRun extract(String title, File file) {
    return steps.step(
        title,
        () -> succeeded(extend.extractRuns().createAndPoll(extractRequest(file), poller)),
        ExtractRun::getId);
  }

  /**
   * Passes the ID of a file where the ID of a run is expected: the client rejects it without a
   * request.
   */
  @SuppressWarnings("deprecation")
  private void refuseWrongId(File file) {
    IdPrefixException refusal =
        steps.step(
            "refuse a wrong ID",
            () ->
                refused(IdPrefixException.class, () -> extend.processorRuns().delete(file.getId())),
            e -> e.getClass().getSimpleName());
    steps.detail(refusal.getMessage());
  }

  /**
   * Loses the response of a create, which may have started a billed run: the client reports it and
   * does not retry.
   */
  private void loseConnection(File file, ExtendServer server) {
    int before = server.count("POST /extract_runs");
    server.faults().next("POST /extract_runs", Fault.dropAt(Stage.RESPONSE_START));
    TransportException lost =
        steps.step(
            "lose a response",
            () ->
                refused(
                    TransportException.class,
                    () -> extend.extractRuns().create(extractRequest(file))),
            e -> "may have been accepted: " + e.mayHaveBeenAccepted());
    steps.detail(lost.getMessage());
    steps.detail(
        "The server counted "
            + (server.count("POST /extract_runs") - before)
            + " POST /extract_runs: the create was not sent twice.");
  }

  private String parseWithPreviousVersion(File file) {
    ParserRunCreateRequest request =
        ParserRunCreateRequest.builder()
            .file(FileInput.builder().fileId(file.getId()).build())
            .build();
    return steps.step(
        "parse with 2025-04-21",
        () -> {
          ParserRunResponse response =
              extend.v20250421().parserRuns().createAndPoll(request, poller);
          return response.getParserRun() instanceof ParserRun run
              ? run.getId()
              : response.toString();
        },
        id -> id);
  }

  private void printText(ParseRun run) {
    if (run.getOutput() == null) {
      return;
    }
    for (Chunk chunk : run.getOutput().getChunks()) {
      steps.detail("page " + chunk.getMetadata().getPageRange().getStart());
      steps.detail(chunk.getContent().strip().indent(2));
    }
  }

  private void printFields(ExtractRun run) {
    if (run.getOutput() instanceof ExtractOutputJson output) {
      output.getValue().forEach((name, value) -> steps.detail("%-16s %s".formatted(name, value)));
    }
  }

  private static ExtractRunCreateRequest extractRequest(File file) {
    return ExtractRunCreateRequest.builder()
        .file(byId(file))
        .config(
            ExtractConfigJson.builder()
                .schema(JsonValue.ofJson(SCHEMA).asObject())
                .advancedOptions(ExtractAdvancedOptions.builder().citationsEnabled(true).build())
                .build())
        .build();
  }

  private static FileFromId byId(File file) {
    return FileFromId.builder().id(file.getId()).build();
  }

  /** Reads a failed run, which is a response like any other: the caller decides what it means. */
  private static ParseRun succeeded(ParseRun run) {
    if (run.getFailureReason() != null) {
      throw new IllegalArgumentException(
          "the document cannot be parsed: "
              + run.getFailureReason()
              + ", "
              + run.getFailureMessage());
    }
    return run;
  }

  private static ExtractRun succeeded(ExtractRun run) {
    if (run.getFailureReason() != null) {
      throw new IllegalArgumentException(
          "nothing can be extracted: " + run.getFailureReason() + ", " + run.getFailureMessage());
    }
    return run;
  }

  private static <X extends ExtendException> X refused(Class<X> type, Runnable action) {
    try {
      action.run();
    } catch (ExtendException e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw e;
    }
    throw new IllegalStateException("Expected " + type.getSimpleName() + ", but nothing failed.");
  }
}
