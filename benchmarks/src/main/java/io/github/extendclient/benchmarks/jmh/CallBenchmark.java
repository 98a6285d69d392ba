package io.github.extendclient.benchmarks.jmh;

import com.squareup.moshi.Moshi;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.internal.call.Transport;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.v20260209.model.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
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

/** What one call costs beyond the network, which is left out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
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
  private final PlainApi plain;
  private final ExtendClient ours;
  private final BytesApi ourBytes;

  public CallBenchmark() {
    Moshi moshi =
        new Moshi.Builder().add(HandWrittenFile.class, new HandWrittenFile.Adapter()).build();
    plain =
        new Retrofit.Builder()
            .baseUrl("https://api.example.com/")
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(moshi))
            .build()
            .create(PlainApi.class);
    ours =
        ExtendClient.builder()
            .apiKey("sk_benchmark")
            .baseUrl("https://api.example.com/")
            .httpClient(http)
            .build();
    ourBytes = transport(ours).apis(new ModelAdapters(type -> null)).create(BytesApi.class);
  }

  /** Behind the generated interfaces: the client has no public way in for other interfaces. */
  private static Transport transport(ExtendClient client) {
    try {
      Field field = ExtendClient.class.getDeclaredField("transport");
      field.setAccessible(true);
      return (Transport) field.get(client);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ExtendClient no longer has a field \"transport\".", e);
    }
  }

  @Benchmark
  public long okHttpAlone() throws IOException {
    Request request = new Request.Builder().url("https://api.example.com/files/" + ID).build();
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
  public File ourJson() {
    return ours.files().retrieve(ID);
  }

  private static long drain(ResponseBody body) throws IOException {
    try (body) {
      long size = body.source().getBuffer().size();
      body.source().skip(FILE.length);
      return size;
    }
  }
}
