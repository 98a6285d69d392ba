package io.github.extendclient.cli.documents;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.bulk.Bulk;
import io.github.extendclient.bulk.BulkDocument;
import io.github.extendclient.bulk.BulkJob;
import io.github.extendclient.bulk.BulkReport;
import io.github.extendclient.bulk.BulkResult;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.RateLimitCategory;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Processes the documents of one command. */
final class Processing {
  private final Shell shell;
  private final RunKind kind;
  private final ProcessingOptions options;
  private final Map<String, JsonValue> request;
  private final Inputs inputs;
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  Processing(
      Shell shell,
      RunKind kind,
      ProcessingOptions options,
      Map<String, JsonValue> request,
      Inputs inputs) {
    this.shell = shell;
    this.kind = kind;
    this.options = options;
    this.request = request;
    this.inputs = inputs;
  }

  /** Processes the documents; returns the exit code. */
  int run(CommonOptions common) {
    try (Connection connection = Connection.open(shell, common, this::settings)) {
      if (options.noWait) {
        return new Submission(shell, connection.extend(), kind, request).run(inputs.all());
      }
      return process(connection.extend());
    }
  }

  private ExtendClientBuilder settings(ExtendClientBuilder builder) {
    return options.rate == null ? builder : builder.rateLimit(RateLimitCategory.RUN, options.rate);
  }

  private boolean areResultsOnTheTerminal() {
    return (options.out == null || options.out.toString().equals("-"))
        && shell.terminal().isOutput()
        && shell.canErase();
  }

  private int process(ExtendClient extend) {
    Bulk<JsonValue> bulk = bulk(extend);
    List<BulkDocument> documents = inputs.all().stream().map(Input::toBulk).toList();
    BulkView view =
        new BulkView(shell, options.progress, documents.size(), areResultsOnTheTerminal());
    BulkJob job = start(bulk.onProgress(view::show), documents);
    return shell
        .stop()
        .during(
            job::stop,
            "Stopping: waiting for the requests that are under way.",
            "Some requests have no response yet, and the process ends all the same. "
                + ProcessingReport.howToGoOn(options.journal),
            () -> finish(job, view));
  }

  private Bulk<JsonValue> bulk(ExtendClient extend) {
    Format format =
        options.format == null
            ? ResultTarget.defaultFormat(shell, options.out, kind == RunKind.PARSE)
            : options.format;
    Bulk<JsonValue> bulk =
        new ResultTarget(shell, format, options.out, inputs.isSingle(), kind == RunKind.PARSE)
            .applyTo(extend.bulk().runs(kind.api(), request), this::noteFailure)
            .concurrency(options.concurrency);
    if (options.journal != null) {
      bulk = bulk.journal(options.journal);
    }
    if (options.maxCredits != null) {
      bulk = bulk.maxCredits(options.maxCredits);
    }
    return options.deleteAfter ? bulk.deleteRunsAndFiles() : bulk;
  }

  /** Called by several threads. */
  private void noteFailure(BulkResult<JsonValue> result) {
    if (!result.isProcessed()) {
      String reason = result.failureReason();
      String message = result.failureMessage();
      failures.add(
          result.key().replaceAll("#.*", "")
              + ": the run "
              + result.runId()
              + " is "
              + result.status()
              + (reason == null ? "" : ", " + reason)
              + (message == null ? "." : ": " + message));
    }
  }

  private static BulkJob start(Bulk<JsonValue> bulk, List<BulkDocument> documents) {
    try {
      return bulk.start(documents);
    } catch (IllegalStateException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private int finish(BulkJob job, BulkView view) {
    BulkReport report;
    try (view) {
      report = job.report().join();
    } catch (CompletionException e) {
      throw translated(e.getCause());
    }
    return new ProcessingReport(shell, inputs, options.journal).print(report, failures);
  }

  private RuntimeException translated(Throwable failure) {
    if (failure instanceof CommandFailure output) {
      return new CommandFailure(
          output.exitCode(),
          output.getMessage() + " " + ProcessingReport.howToGoOn(options.journal),
          output);
    }
    if (failure instanceof UncheckedIOException || failure instanceof IllegalStateException) {
      return new CommandFailure(ExitCode.FILE, String.valueOf(failure.getMessage()), failure);
    }
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException(failure.getMessage(), failure);
  }
}
