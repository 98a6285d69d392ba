package io.github.extendclient.benchmarks.process;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.ArrayList;
import java.util.List;

/** Measures an upload that is much larger than the heap. */
public final class LargeUpload {
  /**
   * The result.
   *
   * @param bytes of the upload
   * @param ours seconds with this client
   * @param raw seconds with OkHttp alone
   * @param liveMegabytes what the heap of this client's process holds at the end
   */
  public record Result(long bytes, Sample ours, Sample raw, double liveMegabytes) {}

  private LargeUpload() {}

  /** Uploads with each client in turns. */
  public static Result measure(long bytes, int runs) {
    List<Double> ours = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    double live = 0;
    try (LoopbackServer server = LoopbackServer.of(SmallFile.JSON)) {
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

  private static Child start(Class<?> program, LoopbackServer server, long bytes) {
    return Child.start(List.of("-Xmx64m"), program, server.url(), Long.toString(bytes));
  }
}
