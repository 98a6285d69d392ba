package io.github.extendclient.benchmarks.process;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.nio.charset.StandardCharsets;

/** The requests of the programs. */
final class Requests {
  private Requests() {}

  /** Returns a request to parse a small text, after its upload. */
  static ParseRunCreateRequest parse(ExtendClient extend) {
    byte[] text = "Invoice 1042\nTotal: 99.50\n".getBytes(StandardCharsets.UTF_8);
    String id = extend.files().upload(Upload.of("invoice.txt", text)).getId();
    return ParseRunCreateRequest.builder().file(FileFromId.builder().id(id).build()).build();
  }
}
