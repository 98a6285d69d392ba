package io.github.extendclient.testing;

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Uploads and parses a large file; run by a test in a virtual machine with a small heap. */
final class GigabyteUpload {
  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 1024;

  private GigabyteUpload() {}

  public static void main(String[] arguments) throws IOException {
    TestClock clock = new TestClock();
    OkHttpClient http = new OkHttpClient();
    try (ExtendServer server = ExtendServer.builder().clock(clock).start()) {
      RequestBody form =
          new MultipartBody.Builder()
              .setType(MultipartBody.FORM)
              .addFormDataPart("file", "large.txt", new LargeBody())
              .build();
      String file = id(send(http, server, "/files/upload", form));
      RequestBody create =
          RequestBody.create(
              "{\"file\": {\"id\": \"" + file + "\"}}", MediaType.get("application/json"));
      String run = id(send(http, server, "/parse_runs", create));
      clock.advance(Duration.ofSeconds(1));
      String json = send(http, server, "/parse_runs/" + run, null);
      System.out.println(property(json, "failureReason") + ": " + property(json, "failureMessage"));
    }
    http.connectionPool().evictAll();
  }

  private static String send(
      OkHttpClient http, ExtendServer server, String path, @Nullable RequestBody body)
      throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(server.url() + path)
            .header("Authorization", "Bearer " + server.apiKey())
            .header("x-extend-api-version", "2026-02-09");
    if (body != null) {
      request.post(body);
    }
    try (Response response = http.newCall(request.build()).execute()) {
      return response.body().string();
    }
  }

  private static String id(String json) {
    return property(json, "id");
  }

  private static String property(String json, String name) {
    int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }

  private static final class LargeBody extends RequestBody {
    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return (long) BLOCK * BLOCKS;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] block = new byte[BLOCK];
      for (int i = 0; i < BLOCKS; i++) {
        sink.write(block);
      }
    }
  }
}
