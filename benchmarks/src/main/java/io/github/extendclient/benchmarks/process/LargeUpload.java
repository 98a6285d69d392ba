package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.machine.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An upload far larger than the heap. */
public final class LargeUpload {
  private static final byte[] FILE =
      ("{\"object\":\"file\",\"id\":\"file_xK9mLPqRtN3vS8wF5hB2cQ\",\"name\":\"scan.pdf\","
              + "\"type\":\"PDF\",\"presignedUrl\":null,\"parentFileId\":null,\"contents\":null,"
              + "\"metadata\":{},\"createdAt\":\"2026-03-21T16:45:00Z\","
              + "\"updatedAt\":\"2026-03-21T16:45:00Z\"}")
          .getBytes(StandardCharsets.UTF_8);

  /**
   * What was measured.
   *
   * @param bytes of the upload
   * @param ours seconds with this client
   * @param raw seconds with OkHttp alone
   * @param liveMegabytes what the heap of this client's process holds at the end
   */
  public record Result(long bytes, Sample ours, Sample raw, double liveMegabytes) {}

  private LargeUpload() {}

  /** Uploads so many bytes so often with each client, in turns. */
  public static Result measure(long bytes, int runs) {
    List<Double> ours = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    double live = 0;
    try (FixedServer server = new FixedServer(FILE)) {
      for (int i = 0; i < runs; i++) {
        try (Child child = start(UploadProgram.Ours.class, server, bytes)) {
          ours.add(child.awaitNumber("seconds"));
          live = child.awaitNumber("live");
        }
        try (Child child = start(UploadProgram.Raw.class, server, bytes)) {
          raw.add(child.awaitNumber("seconds"));
        }
      }
    }
    return new Result(bytes, Sample.of(ours), Sample.of(raw), live);
  }

  private static Child start(Class<?> program, FixedServer server, long bytes) {
    return Child.start(List.of("-Xmx64m"), program, server.url(), Long.toString(bytes));
  }
}
