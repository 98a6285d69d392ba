package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.Api;
import io.github.extendclient.testing.internal.api.Access;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An embedded Extend: a server on a loopback port that keeps files and runs in memory and serves
 * both API versions over them. For tests and for working offline.
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
 * <p>All operations of both API versions are there, over the same state. It is a simulation:
 *
 * <ul>
 *   <li>Parsing really reads PDF, text, Markdown, CSV and HTML, without OCR: headings are told by
 *       font size, tables by columns that line up.
 *   <li>Extraction fills a JSON Schema by matching the names of fields with labels in the text, and
 *       says so in the metadata of each field. Extractors are generated from the labels and tables
 *       of the given files; the older lists of {@code fields} work in 2025-04-21.
 *   <li>Classification counts the words of the classes in the text. Without any, the class {@code
 *       other} is chosen; without that, the run fails.
 *   <li>Splitting cuts at pages with a line that the description of a class has in quotes, else at
 *       pages that say they are page 1, else behind blank pages if a description names them, else
 *       where the class of the pages changes; each part is a new file. A form feed ends a page of
 *       text.
 *   <li>Editing fills in form fields of a PDF with the values of the schema, and draws those that
 *       the PDF has not where the schema says that they stand; form detection lists them.
 *       Instructions in prose are not followed, drawn boxes are not detected.
 *   <li>Conversion to PDF sets the text of text, Markdown, CSV and HTML files anew, and puts images
 *       on pages. Other types fail with {@code FAILED_TO_CONVERT_TO_PDF}.
 *   <li>Workflows run all their steps: they branch, merge, collect, and wait at a human review for
 *       {@link #approveReview} or {@link #rejectReview}; steps behind it follow an approval.
 *       Formulas have all that the page on formulas shows but {@code LLMJUDGE}, which is a {@code
 *       VALUE_ERROR}. External data validation really sends its request, without a signature, but
 *       to loopback addresses only: any other fails, and the step with it. It must not ask this
 *       server for the run that it is a step of, which waits for it.
 *   <li>Webhooks are delivered and signed, to loopback addresses only, one after the other, and
 *       again after 5 s, 30 s, 2 min and 10 min of the clock if they are not answered with 2xx.
 * </ul>
 *
 * <p>What it cannot do fails with a reason of the API, never with a made-up result. Files above 50
 * MiB are taken in and counted, but not kept: their runs fail with {@code FILE_SIZE_TOO_LARGE};
 * those above 256 KiB are kept on disk until the server is closed. Of each kind of resource the
 * latest 100,000 are kept, at some 3 KB of heap for a run over a small file. The operations that
 * answer with the result of a run, such as {@code POST /parse}, do not wait: the run is over at
 * once.
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
 * <p>When PDFBox first meets a PDF whose fonts are not embedded, it looks through the fonts of the
 * machine and keeps what it found in {@code .pdfbox.cache} in the home directory of the user; the
 * system property {@code pdfbox.fontcache} names another directory.
 *
 * <p>A document must not hold a test suite up: reading one is ended after 2 s ({@link
 * Builder#documentTimeout}), beyond 5,000 pages, 2,000,000 characters, 40 levels of pages or forms
 * in each other, 50,000,000 pixels of an image, and when one of its streams decompresses to more
 * than 128 MiB. The run then fails with {@code CORRUPT_FILE} or {@code FILE_SIZE_TOO_LARGE}, and
 * its message names the limit.
 *
 * <p>The threads of the server are daemons, and keep no JVM alive. Closing it takes less than a
 * second, whatever it is doing.
 */
public final class ExtendServer implements AutoCloseable {
  /** The ID of the one workspace of a server. */
  public static final String WORKSPACE_ID = Access.WORKSPACE;

  /** The key that the server takes unless another is set. */
  public static final String DEFAULT_API_KEY = "sk_test_embedded_extend";

  private final String apiKey;
  private final Clock clock;
  private final Store store;
  private final Api api;
  private final Faults faults;
  private final CallLog log = new CallLog();
  private final Gate gate;
  private final HttpServer http;
  private final URI url;

  private ExtendServer(Builder builder) throws IOException {
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
            new Access(apiKey, builder.organizationKey),
            builder.limits,
            store,
            clock,
            runs,
            new DocumentLimits(builder.documentTimeout),
            address::get);
    this.faults = new Faults(api::operations, builder.seed);
    this.gate = new Gate(api, faults, log, store.ids(), clock);
    this.http = HttpServer.start(builder.port, gate);
    this.url = URI.create("http://127.0.0.1:" + http.port());
    address.set(url);
  }

  /**
   * Starts a server with default settings on a free port.
   *
   * @return the server, open until it is closed
   * @throws UncheckedIOException if no socket can be opened
   */
  public static ExtendServer start() {
    return builder().start();
  }

  /**
   * Settings for a server.
   *
   * @return a builder with the defaults
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the base address, such as {@code http://127.0.0.1:40123}, without a slash at its end}
   */
  public URI url() {
    return url;
  }

  /** {@return the one key that the server takes} */
  public String apiKey() {
    return apiKey;
  }

  /** {@return the clock that moves the runs} */
  public Clock clock() {
    return clock;
  }

  /** {@return what goes wrong, and when} */
  public Faults faults() {
    return faults;
  }

  /**
   * {@return the requests so far, in the order in which they were dealt with; the latest 10,000}
   */
  public List<RecordedCall> requests() {
    return log.calls();
  }

  /**
   * How often an operation was asked for, also in vain: with a wrong key, or with a fault that
   * ended the connection.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @return 0 if never
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int count(String operation) {
    faults.check(operation);
    return log.receivedCount(operation);
  }

  /**
   * How often an operation was carried out, whether or not the client got the response. For a
   * create this is the number of things created.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @return 0 if never
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int accepted(String operation) {
    faults.check(operation);
    return log.acceptedCount(operation);
  }

  /**
   * How many runs of any kind work on a file, those that workflows started not counted: what a
   * client would be billed for it.
   *
   * @param fileId as {@code file_…}
   * @return 0 if there is none, or no such file
   */
  public int runsOf(String fileId) {
    return RunCount.of(store, fileId);
  }

  /**
   * Adds an edit template, which the API itself has no operation for.
   *
   * @param name what the template is called
   * @param pdf a PDF with form fields
   * @return the ID, such as {@code edt_...}
   * @throws IllegalArgumentException if {@code pdf} is no PDF with form fields
   */
  public String addEditTemplate(String name, byte[] pdf) {
    return api.addEditTemplate(name, pdf);
  }

  /**
   * Does what a reviewer does in the dashboard: lets a workflow run that {@code NEEDS_REVIEW} end
   * well.
   *
   * @param workflowRunId the run
   * @throws IllegalStateException if the run does not wait for a review
   */
  public void approveReview(String workflowRunId) {
    api.review(workflowRunId, true, null);
  }

  /**
   * Rejects a workflow run that {@code NEEDS_REVIEW}.
   *
   * @param workflowRunId the run
   * @param note the reviewer's reason
   * @throws IllegalStateException if the run does not wait for a review
   */
  public void rejectReview(String workflowRunId, String note) {
    api.review(workflowRunId, false, note);
  }

  /**
   * Ends the server, its connections and its threads, and deletes the files that it kept.
   *
   * @throws UncheckedIOException if its temporary files cannot be deleted
   */
  @Override
  public void close() {
    gate.close();
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

  /** Settings for a server; each has a default. */
  public static final class Builder {
    private String apiKey = DEFAULT_API_KEY;
    private Clock clock = Clock.systemUTC();
    private @Nullable String organizationKey;
    private final Map<String, Integer> limits = new HashMap<>();
    private long seed = 1;
    private Duration pendingTime = Duration.ofMillis(150);
    private Duration processingTime = Duration.ofMillis(350);
    private Duration documentTimeout = DocumentLimits.DEFAULT.time();
    private int port;
    private long creditsPerRun;
    private @Nullable Integer filesPerMinute;
    private Duration visibilityDelay = Duration.ZERO;

    private Builder() {}

    /**
     * The one key that the server takes, by default {@link #DEFAULT_API_KEY}.
     *
     * @param value without blanks
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public Builder apiKey(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("the API key must not be blank");
      }
      this.apiKey = value;
      return this;
    }

    /**
     * A second key, of the organization: requests with it must name the workspace {@link
     * #WORKSPACE_ID} in the header {@code x-extend-workspace-id}. By default there is none.
     *
     * @param value without blanks
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public Builder organizationKey(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("the organization key must not be blank");
      }
      this.organizationKey = value;
      return this;
    }

    /**
     * Answers requests of a category with 429 beyond a number in each second of the clock, by
     * default never.
     *
     * @param category the limit that requests count against
     * @param requestsPerSecond 1 or more
     * @return this
     * @throws IllegalArgumentException if {@code requestsPerSecond} is below 1
     */
    public Builder rateLimit(Category category, int requestsPerSecond) {
      if (requestsPerSecond < 1) {
        throw new IllegalArgumentException(
            "requestsPerSecond must be at least 1, but is " + requestsPerSecond);
      }
      limits.put(category.name(), requestsPerSecond);
      return this;
    }

    /**
     * The clock that moves the runs, by default the system's; see {@link TestClock}.
     *
     * @param value real, or one that a test moves
     * @return this
     */
    public Builder clock(Clock value) {
      this.clock = value;
      return this;
    }

    /**
     * What IDs and the chance of faults follow from, by default 1.
     *
     * @param value any number
     * @return this
     */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * How long an extract run is {@code PENDING}, by default 150 ms. A parse run is {@code
     * PROCESSING} for that time already, as the API documents it.
     *
     * @param value zero or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder pendingTime(Duration value) {
      this.pendingTime = requireNotNegative("pendingTime", value);
      return this;
    }

    /**
     * How long a run is {@code PROCESSING}, by default 350 ms.
     *
     * @param value zero or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder processingTime(Duration value) {
      this.processingTime = requireNotNegative("processingTime", value);
      return this;
    }

    /**
     * How long the work on one document may take, by default 2 s of real time, whatever the clock
     * of the server says. A run over a document that takes longer fails with {@code CORRUPT_FILE}.
     * Set more for documents of hundreds of pages.
     *
     * @param value more than zero
     * @return this
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder documentTimeout(Duration value) {
      if (value.isZero()) {
        throw new IllegalArgumentException("documentTimeout must be more than zero");
      }
      this.documentTimeout = requireNotNegative("documentTimeout", value);
      return this;
    }

    /**
     * The credits that each run uses if it succeeds, by default 0.
     *
     * @param credits zero or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder creditsPerRun(long credits) {
      if (credits < 0) {
        throw new IllegalArgumentException("creditsPerRun must not be negative, but is " + credits);
      }
      this.creditsPerRun = credits;
      return this;
    }

    /**
     * How many runs begin to be processed in each minute, as the API limits them; what comes faster
     * waits. By default any number.
     *
     * @param files 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder filesPerMinute(int files) {
      if (files < 1) {
        throw new IllegalArgumentException("filesPerMinute must be at least 1, but is " + files);
      }
      this.filesPerMinute = files;
      return this;
    }

    /**
     * How long a new resource is missing from lists, as where lists are read from a copy of the
     * data; by default not at all. It can be retrieved by its ID at once.
     *
     * @param value zero or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder visibilityDelay(Duration value) {
      this.visibilityDelay = requireNotNegative("visibilityDelay", value);
      return this;
    }

    /**
     * The port on the loopback address, by default 0 for a free one.
     *
     * @param value 0, or one that is free
     * @return this
     * @throws IllegalArgumentException if it is not between 0 and 65535
     */
    public Builder port(int value) {
      if (value < 0 || value > 65_535) {
        throw new IllegalArgumentException("port must be between 0 and 65535, but is " + value);
      }
      this.port = value;
      return this;
    }

    /**
     * Starts the server.
     *
     * @return the server, open until it is closed
     * @throws UncheckedIOException if the port cannot be opened, naming the port
     */
    public ExtendServer start() {
      try {
        return new ExtendServer(this);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot listen on port " + port + " of 127.0.0.1", e);
      }
    }

    private static Duration requireNotNegative(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative, but is " + value);
      }
      return value;
    }
  }
}
