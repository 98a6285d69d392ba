package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.api.Api;
import io.github.extendclient.testing.internal.http.HttpServer;
import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

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
 * <p>It is a simulation. It really reads PDF, text, Markdown, CSV and HTML, without OCR: headings
 * are told by font size, tables by columns that line up. Extraction fills a JSON Schema by matching
 * the names of fields with labels in the text, and says so in the metadata of each field. What it
 * cannot do fails with a reason of the API, never with a made-up result. Files above 50 MiB are
 * taken in and counted, but not kept: their runs fail with {@code FILE_SIZE_TOO_LARGE}.
 *
 * <p>When PDFBox first meets a PDF whose fonts are not embedded, it looks through the fonts of the
 * machine and keeps what it found in {@code .pdfbox.cache} in the home directory of the user; the
 * system property {@code pdfbox.fontcache} names another directory.
 *
 * <p>The threads of the server are not daemons: close it, and they end at once.
 */
public final class ExtendServer implements AutoCloseable {
  /** The key that the server takes unless another is set. */
  public static final String DEFAULT_API_KEY = "sk_test_embedded_extend";

  private final String apiKey;
  private final Clock clock;
  private final Store store;
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
    RunTimes times = new RunTimes(builder.pendingTime, builder.processingTime);
    Api api = new Api(apiKey, store, clock, times, address::get);
    this.faults = new Faults(api.operations(), builder.seed);
    this.gate = new Gate(api, faults, log, store.ids(), clock);
    this.http = HttpServer.start(builder.port, gate);
    this.url = URI.create("http://127.0.0.1:" + http.port());
    address.set(url);
  }

  /**
   * Starts a server with default settings on a free port.
   *
   * @throws UncheckedIOException if no socket can be opened
   */
  public static ExtendServer start() {
    return builder().start();
  }

  /** Settings for a server. */
  public static Builder builder() {
    return new Builder();
  }

  /** The base address, such as {@code http://127.0.0.1:40123}, without a slash at its end. */
  public URI url() {
    return url;
  }

  /** The one key that the server takes. */
  public String apiKey() {
    return apiKey;
  }

  /** The clock that moves the runs. */
  public Clock clock() {
    return clock;
  }

  /** What goes wrong, and when. */
  public Faults faults() {
    return faults;
  }

  /** The requests so far, in the order in which they were dealt with; the latest 10,000. */
  public List<RecordedCall> requests() {
    return log.calls();
  }

  /**
   * How often an operation was asked for, also in vain: with a wrong key, or with a fault that
   * ended the connection.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int count(String operation) {
    faults.check(operation);
    return log.receivedCount(operation);
  }

  /**
   * How often an operation was carried out, whether or not the client got the answer. For a create
   * this is the number of things created.
   *
   * @param operation method and path template, such as {@code POST /parse_runs}
   * @throws IllegalArgumentException if the server has no such operation
   */
  public int accepted(String operation) {
    faults.check(operation);
    return log.acceptedCount(operation);
  }

  /**
   * Ends the server, its connections and its threads, and deletes the files that it kept.
   *
   * @throws UncheckedIOException if its temporary files cannot be deleted
   */
  @Override
  public void close() {
    gate.close();
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
    private long seed = 1;
    private Duration pendingTime = Duration.ofMillis(150);
    private Duration processingTime = Duration.ofMillis(350);
    private int port;

    private Builder() {}

    /**
     * The one key that the server takes, by default {@link #DEFAULT_API_KEY}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder apiKey(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("the API key must not be blank");
      }
      this.apiKey = value;
      return this;
    }

    /** The clock that moves the runs, by default the system's; see {@link TestClock}. */
    public Builder clock(Clock value) {
      this.clock = value;
      return this;
    }

    /** What IDs and the chance of faults follow from, by default 1. */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * How long an extract run is {@code PENDING}, by default 150 ms. A parse run is {@code
     * PROCESSING} for that time already, as the API documents it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder pendingTime(Duration value) {
      this.pendingTime = requireNotNegative("pendingTime", value);
      return this;
    }

    /**
     * How long a run is {@code PROCESSING}, by default 350 ms.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder processingTime(Duration value) {
      this.processingTime = requireNotNegative("processingTime", value);
      return this;
    }

    /**
     * The port on the loopback address, by default 0 for a free one.
     *
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
