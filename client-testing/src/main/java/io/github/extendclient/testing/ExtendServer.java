package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.Api;
import io.github.extendclient.testing.internal.api.ApiKeys;
import io.github.extendclient.testing.internal.document.DocumentLimits;
import io.github.extendclient.testing.internal.http.HttpServer;
import io.github.extendclient.testing.internal.state.RunCount;
import io.github.extendclient.testing.internal.state.RunSettings;
import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An embedded Extend server: it keeps files and runs in memory, and serves both API versions over
 * them on a loopback port. For tests, and for work without a network or an account.
 *
 * <pre>{@code
 * try (ExtendServer server = ExtendServer.start()) {
 *   // point a client at server.url() with server.apiKey()
 *   server.faults().next("POST /parse_runs", Fault.status(503).retryAfter("1"));
 *   // ... use the client ...
 *   assertThat(server.count("POST /parse_runs")).isEqualTo(2);
 * }
 * }</pre>
 *
 * <p>The server has all operations of both API versions, over the same state. It is a simulation:
 *
 * <ul>
 *   <li>Parsing reads PDF, text, Markdown, CSV and HTML files, without OCR. It finds headings by
 *       font size, and tables by columns that line up.
 *   <li>Extraction fills a JSON Schema by matching the names of fields with labels in the text, and
 *       says so in the metadata of each field. Generated extractors come from the labels and tables
 *       of the given files. In 2025-04-21, lists of {@code fields} work too.
 *   <li>Classification counts the words of the classes in the text. If none is found, it chooses
 *       the class {@code other}; without such a class, the run fails.
 *   <li>Splitting starts a new part at a page with a line that the description of a class quotes.
 *       Without quotes: at pages that say they are page 1; else after blank pages, if a description
 *       mentions them; else where the class of the pages changes. Each part is a new file. A form
 *       feed ends a page of text.
 *   <li>Editing fills the form fields of a PDF with the values of the schema, and draws a field
 *       that the PDF does not have where the schema gives its box. Form detection lists the form
 *       fields. Instructions in prose are ignored, and drawn boxes are not detected.
 *   <li>Conversion to PDF typesets text, Markdown, CSV and HTML files, and places images on pages.
 *       Other types fail with {@code FAILED_TO_CONVERT_TO_PDF}.
 *   <li>Workflows run all their steps: they branch, merge, collect, and wait at a human review for
 *       {@link #approveReview} or {@link #rejectReview}; the steps after it follow an approval.
 *       Formulas have the functions of the API's page on formulas, except {@code LLMJUDGE}, which
 *       is a {@code VALUE_ERROR}. External data validation sends its request, unsigned, to loopback
 *       addresses only; with any other address, the step fails. The receiver must not request the
 *       workflow run from this server, because the run waits for the response.
 *   <li>Webhooks are signed and sent in order, to loopback addresses only. Without a 2xx response
 *       they are sent again after 5 s, 30 s, 2 min and 10 min of the clock.
 * </ul>
 *
 * <p>What the server cannot do fails with a reason of the API, never with an invented result. The
 * operations that return the result of a run, such as {@code POST /parse}, do not wait: the run
 * ends at once.
 *
 * <p>Limits: files above 50 MiB are counted, but not kept; runs over them fail with {@code
 * FILE_SIZE_TOO_LARGE}. Files above 256 KiB are kept on disk until the server is closed. The latest
 * 100,000 resources of each kind are kept; a run over a small file takes about 3 KB of heap.
 *
 * <p>A file whose name is {@code FAIL_} and a reason, such as {@code FAIL_OCR_ERROR.pdf}, makes all
 * runs over it fail with that reason:
 *
 * <table>
 *   <caption>Reasons by kind of run</caption>
 *   <tr><th>Run</th><th>Reason</th></tr>
 *   <tr><td>parse</td><td>CORRUPT_FILE, PASSWORD_PROTECTED_FILE, FILE_TYPE_NOT_SUPPORTED,
 *     FILE_SIZE_TOO_LARGE, UNABLE_TO_DOWNLOAD_FILE, INVALID_CONFIG_OPTIONS, INTERNAL_ERROR,
 *     OCR_ERROR, FAILED_TO_CONVERT_TO_PDF, FAILED_TO_CONVERT_TO_JPEG,
 *     FAILED_TO_GENERATE_TARGET_FORMAT, CHUNKING_ERROR, OUT_OF_CREDITS, ABORTED</td></tr>
 *   <tr><td>extract, classify, split</td><td>ABORTED, INTERNAL_ERROR, FAILED_TO_PROCESS_FILE,
 *     INVALID_PROCESSOR, INVALID_CONFIGURATION, PARSING_ERROR, PRE_PROCESSING_FAILURE,
 *     POST_PROCESSING_FAILURE, OUT_OF_CREDITS; any other becomes FAILED_TO_PROCESS_FILE</td></tr>
 *   <tr><td>edit, form detection</td><td>UNABLE_TO_DOWNLOAD_FILE, FILE_TYPE_NOT_SUPPORTED,
 *     FILE_SIZE_TOO_LARGE, CORRUPT_FILE, FIELD_DETECTION_ERROR, PASSWORD_PROTECTED_FILE,
 *     FAILED_TO_CONVERT_TO_PDF, INTERNAL_ERROR, INVALID_CONFIG_OPTIONS</td></tr>
 * </table>
 *
 * <p>Reading a document stops after 2 s ({@link ExtendServerBuilder#documentTimeout}), 5,000 pages,
 * 2,000,000 characters, 40 levels of nested pages or forms, 50,000,000 pixels of an image, or 128
 * MiB that one of its streams decompresses to. The run then fails with {@code CORRUPT_FILE} or
 * {@code FILE_SIZE_TOO_LARGE}, and its message names the limit.
 *
 * <p>PDFBox scans the fonts of the machine when it first meets a PDF whose fonts are not embedded,
 * and stores what it found in {@code .pdfbox.cache} in the user's home directory. The system
 * property {@code pdfbox.fontcache} names another directory.
 *
 * <p>Thread-safe. The threads of the server are daemons and keep no JVM alive. Closing the server
 * takes less than a second, whatever it is doing.
 */
public final class ExtendServer implements AutoCloseable {
  /** The ID of the one workspace of a server. */
  public static final String WORKSPACE_ID = ApiKeys.WORKSPACE;

  /** The API key that the server accepts unless another is set. */
  public static final String DEFAULT_API_KEY = "sk_test_embedded_extend";

  private final String apiKey;
  private final Clock clock;
  private final Store store;
  private final Api api;
  private final Faults faults;
  private final RequestLog log = new RequestLog();
  private final FaultInjector injector;
  private final HttpServer http;
  private final URI url;

  ExtendServer(ExtendServerBuilder builder) throws IOException {
    this.apiKey = builder.apiKey;
    this.clock = builder.clock;
    this.store = Store.empty(builder.seed);
    AtomicReference<URI> address = new AtomicReference<>();
    RunSettings runs =
        new RunSettings(
            new RunTimes(builder.pendingTime, builder.processingTime),
            builder.creditsPerRun,
            builder.filesPerMinute,
            builder.visibilityDelay);
    this.api =
        new Api(
            new ApiKeys(apiKey, builder.organizationKey),
            Map.copyOf(builder.rateLimits),
            store,
            clock,
            runs,
            new DocumentLimits(builder.documentTimeout),
            address::get);
    this.faults = new Faults(api::operations, builder.seed);
    this.injector = new FaultInjector(api, faults, log, store.ids(), clock);
    this.http = HttpServer.start(builder.port, injector);
    this.url = URI.create("http://127.0.0.1:" + http.port());
    address.set(url);
  }

  /**
   * Starts a server with default settings on a free port.
   *
   * @return the server, which runs until it is closed
   * @throws UncheckedIOException if no socket can be opened
   */
  public static ExtendServer start() {
    return builder().start();
  }

  /**
   * Returns the settings of a new server.
   *
   * @return a builder with the defaults
   */
  public static ExtendServerBuilder builder() {
    return new ExtendServerBuilder();
  }

  /** {@return the base URL, such as {@code http://127.0.0.1:40123}, without a slash at its end} */
  public URI url() {
    return url;
  }

  /** {@return the API key that the server accepts} */
  public String apiKey() {
    return apiKey;
  }

  /** {@return the clock of the server} */
  public Clock clock() {
    return clock;
  }

  /** {@return the faults of this server, none at first} */
  public Faults faults() {
    return faults;
  }

  /**
   * {@return the latest 10,000 requests, in the order in which they were handled; an immutable
   * copy}
   */
  public List<RecordedRequest> requests() {
    return log.calls();
  }

  /**
   * Counts the requests for an operation, including those that failed, for example because of the
   * API key or a fault.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @return the number of requests, 0 if there were none
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int count(String operation) {
    faults.check(operation);
    return log.receivedCount(operation);
  }

  /**
   * Counts how often an operation succeeded, whether or not the client received the response. For a
   * create, this is the number of created resources.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @return the number of successful requests, 0 if there were none
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int acceptedCount(String operation) {
    faults.check(operation);
    return log.acceptedCount(operation);
  }

  /**
   * Counts the runs of any kind over a file, without those that workflows started: the runs that a
   * client would be billed for.
   *
   * @param fileId the ID of the file, such as {@code file_...}
   * @return the number of runs, 0 if there are none or no such file
   */
  public int runCount(String fileId) {
    return RunCount.of(store, fileId);
  }

  /**
   * Adds an edit template. The API has no operation that does so.
   *
   * @param name the name of the template
   * @param pdf a PDF with form fields
   * @return the ID of the template, such as {@code edt_...}
   * @throws IllegalArgumentException if {@code pdf} is not a PDF with form fields
   */
  public String addEditTemplate(String name, byte[] pdf) {
    return api.addEditTemplate(name, pdf);
  }

  /**
   * Approves a workflow run with the status {@code NEEDS_REVIEW}, as a reviewer does in the
   * dashboard. The steps after the review follow.
   *
   * @param workflowRunId the ID of the run
   * @throws IllegalArgumentException if there is no such run
   * @throws IllegalStateException if the run does not wait for a review
   */
  public void approveReview(String workflowRunId) {
    api.review(workflowRunId, true, null);
  }

  /**
   * Rejects a workflow run with the status {@code NEEDS_REVIEW}.
   *
   * @param workflowRunId the ID of the run
   * @param note the reviewer's reason
   * @throws IllegalArgumentException if there is no such run
   * @throws IllegalStateException if the run does not wait for a review
   */
  public void rejectReview(String workflowRunId, String note) {
    api.review(workflowRunId, false, note);
  }

  /**
   * Stops the server, closes its connections, and deletes its temporary files.
   *
   * @throws UncheckedIOException if its temporary files cannot be deleted
   */
  @Override
  public void close() {
    injector.close();
    api.close();
    http.close();
    try {
      store.contents().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary files of the server", e);
    }
  }

  @Override
  public String toString() {
    return "ExtendServer{" + url + "}";
  }
}
