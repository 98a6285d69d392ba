package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.deletion.DeletionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Deletes all IDs of a file. Arguments: URL, key, file of IDs, concurrency. */
final class Deletion {
  private Deletion() {}

  /** With this client. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) throws IOException {
      try (ExtendClient extend =
              ExtendClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
          Stream<String> ids = Files.lines(Path.of(arguments[2]))) {
        long start = System.nanoTime();
        DeletionReport report =
            extend.deletions().concurrency(Integer.parseInt(arguments[3])).run(ids);
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        System.out.println("report " + report.toString().replace('\n', ' '));
      }
      Memory.say();
    }
  }

  /** With OkHttp alone, without retries, counts and checks. */
  static final class Raw {
    private Raw() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      int concurrency = Integer.parseInt(arguments[3]);
      OkHttpClient http = new OkHttpClient();
      http.dispatcher().setMaxRequests(concurrency);
      http.dispatcher().setMaxRequestsPerHost(concurrency);
      Semaphore places = new Semaphore(concurrency);
      AtomicLong deleted = new AtomicLong();
      long start = System.nanoTime();
      try (Stream<String> ids = Files.lines(Path.of(arguments[2]))) {
        for (Iterator<String> each = ids.iterator(); each.hasNext(); ) {
          places.acquire();
          Request request =
              new Request.Builder()
                  .delete()
                  .url(arguments[0] + "/parse_runs/" + each.next())
                  .header("Authorization", "Bearer " + arguments[1])
                  .header("x-extend-api-version", "2026-02-09")
                  .build();
          http.newCall(request).enqueue(new Counting(places, deleted));
        }
      }
      places.acquire(concurrency);
      System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
      System.out.println("report " + deleted + " deleted");
      Memory.say();
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }

  private record Counting(Semaphore places, AtomicLong deleted) implements Callback {
    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        response.body().source().skip(response.body().contentLength());
        if (response.isSuccessful()) {
          deleted.incrementAndGet();
        }
      } finally {
        places.release();
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      places.release();
    }
  }
}
