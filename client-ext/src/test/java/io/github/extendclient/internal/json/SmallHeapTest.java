package io.github.extendclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testsupport.ChildJvm;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
  private static final int BYTES = 5_000_000;

  /** The directories of all jars of the tests would take 4 MB of the heap. */
  private static final Set<String> CLASS_PATH =
      Set.of(
          "classes",
          "test-classes",
          "extend-client-generated",
          "retrofit",
          "okhttp",
          "okio",
          "moshi",
          "kotlin-stdlib",
          "guava",
          "slf4j-api",
          "jspecify");

  @TempDir private Path folder;

  /** Reads one run and says how many chunks it has. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (ExtendClient extend =
          ExtendClient.builder().apiKey("sk_test").baseUrl(arguments[0]).build()) {
        ParseRun run = extend.parseRuns().retrieve("pr_xK9mLPqRtN3vS8wF5hB2cQ");
        System.out.println(run.getOutput().getChunks().size() + " chunks");
      }
    }
  }

  @Test
  void aRunOf5MegabytesIsReadInAHeapOf12() throws Exception {
    Path output = folder.resolve("output.txt");
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .body(run())
              .build());

      Process child =
          ChildJvm.startWith(
              CLASS_PATH, output, "-Xmx12m", Program.class, server.url("/").toString());

      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Files.readString(output)).matches("\\d+ chunks\\R");
  }

  /** Pages of prose, whose blocks have coordinates. */
  private static Buffer run() throws IOException {
    Random random = new Random(1);
    Buffer json =
        new Buffer()
            .writeUtf8(
                "{\"object\":\"parse_run\",\"id\":\"pr_xK9mLPqRtN3vS8wF5hB2cQ\","
                    + "\"status\":\"PROCESSED\",\"output\":{\"chunks\":[");
    int page = 0;
    while (json.size() < BYTES) {
      page++;
      json.writeUtf8(page == 1 ? "" : ",");
      chunk(json, page, random);
    }
    return json.writeUtf8("]}}");
  }

  private static void chunk(Buffer json, int page, Random random) throws IOException {
    Buffer content = new Buffer();
    Buffer blocks = new Buffer();
    for (int i = 0; i < 12; i++) {
      String text =
          "The parties agree as follows, \\\"net\\\" of tax. ".repeat(3 + random.nextInt(6));
      content.writeUtf8(text).writeUtf8("\\n\\n");
      blocks.writeUtf8(i == 0 ? "" : ",");
      blocks.writeUtf8(
          "{\"object\":\"block\",\"id\":\"block_"
              + page
              + "_"
              + i
              + "\",\"type\":\"text\",\"content\":\""
              + text
              + "\",\"details\":{\"type\":\"text_details\"},\"metadata\":{\"page\":{\"number\":"
              + page
              + "}},\"polygon\":"
              + polygon(random)
              + "}");
    }
    json.writeUtf8("{\"object\":\"chunk\",\"type\":\"page\",\"content\":\"");
    json.writeAll(content);
    json.writeUtf8("\",\"blocks\":[");
    json.writeAll(blocks);
    json.writeUtf8("]}");
  }

  private static String polygon(Random random) {
    StringBuilder polygon = new StringBuilder("[");
    for (int i = 0; i < 4; i++) {
      polygon.append(i == 0 ? "" : ",");
      polygon.append("{\"x\":").append(random.nextDouble() * 600);
      polygon.append(",\"y\":").append(random.nextDouble() * 800).append('}');
    }
    return polygon.append(']').toString();
  }
}
