package io.github.extendclient.benchmarks.jmh;

import com.squareup.moshi.Moshi;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.v20260209.model.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The cost of one call without the network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  static final List<String> NAMES =
      List.of(
          "okHttpAlone",
          "plainBytes",
          "ourBytes",
          "plainJson",
          "plainJsonWithKey",
          "ourJson",
          "plainJsonWithCallTimeout",
          "ourJsonWithCallTimeout");

  private static final String URL = "https://api.example.com/";
  private static final String KEY = "sk_benchmark";
  private static final String ID = "file_xK9mLPqRtN3vS8wF5hB2cQ";
  private static final byte[] FILE =
      ("{\"object\":\"file\",\"id\":\""
              + ID
              + "\",\"name\":\"invoice-2026-03.pdf\",\"type\":\"PDF\",\"presignedUrl\":"
              + "\"https://files.example.com/invoice-2026-03.pdf?signature=4f8c2a\","
              + "\"parentFileId\":null,\"contents\":null,\"metadata\":{\"pageCount\":3},"
              + "\"createdAt\":\"2026-03-21T16:45:00Z\",\"updatedAt\":\"2026-03-21T16:45:00Z\"}")
          .getBytes(StandardCharsets.UTF_8);

  private final OkHttpClient http = Canned.client(FILE);
  private final OkHttpClient limited =
      http.newBuilder().callTimeout(Duration.ofSeconds(30)).build();
  private final PlainApi plain = plain(http);
  private final PlainApi plainWithKey = plain(withKey(http));
  private final PlainApi plainLimited = plain(limited);
  private final ExtendClient ours = ours(http);
  private final ExtendClient oursLimited = ours(limited);
  private final BytesApi ourBytes = ours.api(BytesApi.class);

  private static PlainApi plain(OkHttpClient http) {
    Moshi moshi =
        new Moshi.Builder().add(HandWrittenFile.class, new HandWrittenFile.Adapter()).build();
    return new Retrofit.Builder()
        .baseUrl(URL)
        .client(http)
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build()
        .create(PlainApi.class);
  }

  /** The headers that the API requires: it rejects a request without key and version. */
  private static OkHttpClient withKey(OkHttpClient http) {
    OkHttpClient.Builder builder = http.newBuilder();
    builder
        .interceptors()
        .add(
            0,
            chain ->
                chain.proceed(
                    chain
                        .request()
                        .newBuilder()
                        .header("Authorization", "Bearer " + KEY)
                        .header("x-extend-api-version", "2026-02-09")
                        .build()));
    return builder.build();
  }

  private static ExtendClient ours(OkHttpClient http) {
    return ExtendClient.builder().apiKey(KEY).baseUrl(URL).httpClient(http).build();
  }

  @Benchmark
  public long okHttpAlone() throws IOException {
    Request request = new Request.Builder().url(URL + "files/" + ID).build();
    return drain(http.newCall(request).execute().body());
  }

  @Benchmark
  public long plainBytes() throws IOException {
    return drain(plain.retrieveBytes(ID).execute().body());
  }

  @Benchmark
  public long ourBytes() throws IOException {
    return drain(ourBytes.retrieve(ID));
  }

  @Benchmark
  public HandWrittenFile plainJson() throws IOException {
    return plain.retrieve(ID).execute().body();
  }

  @Benchmark
  public HandWrittenFile plainJsonWithKey() throws IOException {
    return plainWithKey.retrieve(ID).execute().body();
  }

  @Benchmark
  public File ourJson() {
    return ours.files().retrieve(ID);
  }

  @Benchmark
  public HandWrittenFile plainJsonWithCallTimeout() throws IOException {
    return plainLimited.retrieve(ID).execute().body();
  }

  @Benchmark
  public File ourJsonWithCallTimeout() {
    return oursLimited.files().retrieve(ID);
  }

  private static long drain(ResponseBody body) throws IOException {
    try (body) {
      long size = body.source().getBuffer().size();
      body.source().skip(FILE.length);
      return size;
    }
  }
}
