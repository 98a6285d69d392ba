package io.github.extendclient.benchmarks.process;

import java.nio.charset.StandardCharsets;

/** A small response, for measurements in which its content does not matter. */
final class SmallFile {
  static final String ID = "file_xK9mLPqRtN3vS8wF5hB2cQ";

  static final byte[] JSON =
      ("{\"object\":\"file\",\"id\":\""
              + ID
              + "\",\"name\":\"scan.pdf\",\"type\":\"PDF\",\"presignedUrl\":null,"
              + "\"parentFileId\":null,\"contents\":null,\"metadata\":{},"
              + "\"createdAt\":\"2026-03-21T16:45:00Z\",\"updatedAt\":\"2026-03-21T16:45:00Z\"}")
          .getBytes(StandardCharsets.UTF_8);

  private SmallFile() {}
}
