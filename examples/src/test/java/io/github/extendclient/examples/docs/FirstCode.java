package io.github.extendclient.examples.docs;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.RunStatus;
import java.nio.file.Path;
import java.time.Duration;

// region first
class FirstCode {
  public static void main(String[] arguments) {
    try (ExtendClient extend = ExtendClient.builder().build()) {
      File file = extend.files().upload(Path.of("invoice.pdf"));
      ParseRun run =
          extend
              .parseRuns()
              .createAndPoll(
                  ParseRunCreateRequest.of(FileFromId.of(file.getId())),
                  Poller.upTo(Duration.ofMinutes(10)));
      if (run.getStatus().equals(RunStatus.PROCESSED)) {
        run.getOutput().getChunks().forEach(chunk -> System.out.println(chunk.getContent()));
      }
      extend.parseRuns().delete(run.getId());
    }
  }
}
// endregion
