package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * Loads a server that is another process with a small heap: creates, reads, lists and deletes runs
 * at a fixed rate, however long responses take. Prints the results, and exits with 1 if a request
 * failed, if the rate was not held, or if the server used more heap than it may.
 *
 * <pre>{@code
 * mvn -q -pl client-testing -am -Pload -DskipTests verify
 * }</pre>
 */
final class LoadRun implements AutoCloseable {
  private static final int THREADS = 32;
  private static final int HEAP_MEGABYTES = 256;

  /** Twenty requests in turn, as of a client that polls its runs and deletes them. */
  private static final String TURN = "PGEGPGDGELDGPGDGEDDG";

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Process server;
  private final String url;
  private final OkHttpClient http;
  private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final String file;

  private LoadRun() throws IOException {
    this.server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = server.inputReader();
    String line = output.readLine();
    this.url = line.substring(0, line.indexOf(' '));
    this.http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(THREADS, 1, TimeUnit.MINUTES))
            .callTimeout(Duration.ofSeconds(20))
            .build();
    this.file = id(send(request("/files/upload").post(upload())));
  }

  /**
   * Runs the load.
   *
   * @param arguments requests per second and seconds, by default 2000 and 60
   */
  public static void main(String[] arguments) throws Exception {
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    boolean good;
    try (LoadRun load = new LoadRun()) {
      load.drive(rate, 5);
      good = load.run(rate, seconds);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(int rate, int seconds) throws Exception {
    AtomicLong mostHeap = new AtomicLong();
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                mostHeap.accumulateAndGet(heapKilobytes(), Math::max);
                try {
                  Thread.sleep(1000);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    watch.start();
    errors.set(0);
    long start = System.nanoTime();
    long[] times = drive(rate, seconds);
    double took = (System.nanoTime() - start) / 1e9;
    watch.interrupt();
    watch.join();
    jcmd("GC.run");
    long keptHeap = heapKilobytes();
    Arrays.sort(times);
    double held = times.length / took;
    System.out.printf(
        Locale.ROOT,
        "%d requests in %.1f s (%.0f a second), %d errors; p50 %.2f ms, p99 %.2f ms, longest %.0f"
            + " ms; heap of the server at most %d MB of %d MB, %d MB after a collection, with %d"
            + " runs kept%n",
        times.length,
        took,
        held,
        errors.get(),
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6,
        mostHeap.get() / 1024,
        HEAP_MEGABYTES,
        keptHeap / 1024,
        live.get());
    return errors.get() == 0 && held > rate * 0.98;
  }

  /** Sends requests at a rate; the time of a request counts from its due time. */
  private long[] drive(int rate, int seconds) throws InterruptedException {
    long[] times = new long[rate * seconds];
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = next.getAndIncrement(); n < times.length; n = next.getAndIncrement()) {
                  long due = start + n * 1_000_000_000L / rate;
                  awaitUntil(due);
                  turn(n);
                  times[n] = System.nanoTime() - due;
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return times;
  }

  private static void awaitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void turn(int n) {
    try {
      switch (TURN.charAt(n % TURN.length())) {
        case 'P' -> create("/parse_runs", "");
        case 'E' -> create("/extract_runs", ", \"config\": {\"schema\": " + SCHEMA + "}");
        case 'L' -> send(request("/parse_runs?maxPageSize=10").get());
        case 'D' -> delete();
        default -> read();
      }
    } catch (IOException | RuntimeException e) {
      if (errors.getAndIncrement() == 0) {
        e.printStackTrace();
      }
    }
  }

  private static final String SCHEMA =
      "{\"type\": \"object\", \"properties\": {\"total\": {\"type\": [\"number\", \"null\"]}},"
          + " \"required\": [\"total\"], \"additionalProperties\": false}";

  private void create(String path, String more) throws IOException {
    String body = "{\"file\": {\"id\": \"" + file + "\"}" + more + "}";
    Request.Builder request = request(path).post(RequestBody.create(body, TestClient.JSON));
    runs.add(path + "/" + id(send(request)));
    live.incrementAndGet();
  }

  private void read() throws IOException {
    String run = runs.poll();
    if (run != null) {
      send(request(run).get());
      runs.add(run);
    }
  }

  private void delete() throws IOException {
    String run = runs.poll();
    if (run != null) {
      send(request(run).delete());
      live.decrementAndGet();
    }
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(url + path)
        .header("Authorization", "Bearer " + ExtendServer.DEFAULT_API_KEY)
        .header("x-extend-api-version", TestClient.CURRENT);
  }

  private String send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      String body = response.body().string();
      if (response.code() != 200) {
        throw new IOException(response.code() + " " + body);
      }
      return body;
    }
  }

  private static String id(String body) throws IOException {
    return Fields.ofBody(Json.read(new Buffer().writeUtf8(body))).requireText("id");
  }

  private static RequestBody upload() {
    byte[] text = "Invoice no: 7\nTotal: 5\n".getBytes(StandardCharsets.UTF_8);
    return TestClient.form("bill.txt", text).build();
  }

  private long heapKilobytes() {
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) : 0;
  }

  private String jcmd(String command) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  String.valueOf(server.pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    server.destroy();
  }
}
