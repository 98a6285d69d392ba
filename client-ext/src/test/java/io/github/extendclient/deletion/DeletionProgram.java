package io.github.extendclient.deletion;

import io.github.extendclient.ExtendClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A job in a JVM of its own: URL, key, file of IDs, journal. */
final class DeletionProgram {
  private DeletionProgram() {}

  public static void main(String[] arguments) throws IOException {
    ExtendClient extend = ExtendClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
    try (extend;
        Stream<String> ids = Files.lines(Path.of(arguments[2]))) {
      DeletionReport report = Deletions.over(extend).journal(Path.of(arguments[3])).run(ids);
      System.out.println(report);
    }
  }
}
