package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.bulk.BulkDocument;
import io.github.extendclient.bulk.BulkJob;
import io.github.extendclient.bulk.BulkProgress;
import io.github.extendclient.bulk.BulkResults;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parses documents. Arguments: URL, key, number of documents, concurrency. */
final class BulkParse {
  private BulkParse() {}

  private static Stream<BulkDocument> documents(int count) {
    return IntStream.range(0, count).mapToObj(i -> BulkDocument.text("doc-" + i, "Total: " + i));
  }

  private static ExtendClient client(String[] arguments) {
    return ExtendClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
  }

  /** Parses with {@code bulk()}, with journal and results on disk. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Files.createTempDirectory("bulk");
      try (ExtendClient extend = client(arguments)) {
        long start = System.nanoTime();
        var report =
            extend
                .bulk()
                .parse()
                .concurrency(Integer.parseInt(arguments[3]))
                .uploads(Integer.parseInt(arguments[3]))
                .journal(folder.resolve("journal"))
                .results(BulkResults.jsonLines(folder.resolve("results")))
                .run(documents(Integer.parseInt(arguments[2])));
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        System.out.println("report " + report);
      }
      Memory.say();
    }
  }

  /**
   * Parses with hand-written code: a semaphore and a poll for each document, without a journal;
   * results are dropped.
   */
  static final class ByHand {
    private ByHand() {}

    public static void main(String[] arguments) throws InterruptedException {
      int count = Integer.parseInt(arguments[2]);
      int concurrency = Integer.parseInt(arguments[3]);
      Semaphore places = new Semaphore(concurrency);
      AtomicLong done = new AtomicLong();
      try (ExtendClient extend = client(arguments)) {
        Poller poller = Poller.builder().build();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
          places.acquire();
          byte[] content = ("Total: " + i).getBytes(StandardCharsets.UTF_8);
          extend
              .files()
              .uploadAsync(Upload.of("doc-" + i + ".txt", content))
              .thenCompose(
                  file ->
                      extend
                          .parseRuns()
                          .createAndPollAsync(
                              ParseRunCreateRequest.builder()
                                  .file(FileFromId.builder().id(file.getId()).build())
                                  .build(),
                              poller))
              .whenComplete(
                  (run, failure) -> {
                    if (failure == null) {
                      done.incrementAndGet();
                    }
                    places.release();
                  });
        }
        places.acquire(concurrency);
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        System.out.println("report " + done + " parsed");
      }
      Memory.say();
    }
  }

  /** Waits for all documents at once, and prints the bytes of the heap for each. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) throws InterruptedException {
      int count = Integer.parseInt(arguments[2]);
      try (ExtendClient extend = client(arguments)) {
        extend.bulk().parse().onResult(result -> {}).run(Stream.empty());
        long before = Memory.live();
        try (BulkJob job =
            extend
                .bulk()
                .parse()
                .concurrency(count)
                .onResult(result -> {})
                .start(documents(count)::iterator)) {
          BulkProgress progress = job.progress();
          while (progress == null || progress.submitted() < count) {
            Thread.sleep(100);
            progress = job.progress();
          }
          System.out.println("bytes " + (Memory.live() - before) / count);
        }
      }
    }
  }
}
