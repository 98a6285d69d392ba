package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** Uploads a generated stream. Arguments: URL, bytes. */
final class UploadProgram {
  private UploadProgram() {}

  /** With this client. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] arguments) {
      long bytes = Long.parseLong(arguments[1]);
      try (ExtendClient extend =
          ExtendClient.builder().apiKey("sk_benchmark").baseUrl(arguments[0]).build()) {
        long start = System.nanoTime();
        extend.files().upload(Upload.of("scan.pdf", new Zeros(bytes)));
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
      }
      Memory.say();
    }
  }

  /** With OkHttp alone. */
  static final class Raw {
    private Raw() {}

    public static void main(String[] arguments) throws IOException {
      long bytes = Long.parseLong(arguments[1]);
      MultipartBody body =
          new MultipartBody.Builder()
              .setType(MultipartBody.FORM)
              .addFormDataPart("file", "scan.pdf", new Stream(bytes))
              .build();
      Request request = new Request.Builder().url(arguments[0] + "files/upload").post(body).build();
      long start = System.nanoTime();
      try (Response response = new OkHttpClient().newCall(request).execute()) {
        response.body().bytes();
      }
      System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
      Memory.say();
      System.exit(0); // Else OkHttp's threads would keep the process.
    }
  }

  private static final class Stream extends RequestBody {
    private final long bytes;

    Stream(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return MediaType.get("application/pdf");
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (Source source = Okio.source(new Zeros(bytes))) {
        sink.writeAll(source);
      }
    }
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      Arrays.fill(target, offset, offset + count, (byte) 0);
      left -= count;
      return count;
    }
  }
}
