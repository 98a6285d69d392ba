package io.github.extendclient.benchmarks.turns;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import io.github.extendclient.benchmarks.jmh.CallBenchmark;
import io.github.extendclient.benchmarks.jmh.Case;
import io.github.extendclient.benchmarks.jmh.JsonBenchmark;
import java.io.IOException;

/** What can be compared: benchmarks of JMH, without JMH. Each has a name without spaces. */
@FunctionalInterface
public interface Contestant {
  /** Runs once, and returns what must not be optimized away. */
  Object run() throws IOException;

  /** The name of decoding in one case. */
  static String name(Case decoding) {
    return String.join(
        "/",
        decoding.library().name(),
        decoding.document().name(),
        decoding.tags().name(),
        decoding.body().name());
  }

  /** The one with a name: that of a method of {@link CallBenchmark}, or of decoding in one case. */
  static Contestant of(String name) throws IOException {
    String[] words = name.split("/");
    if (words.length == 1) {
      return call(name);
    }
    JsonBenchmark json = new JsonBenchmark();
    json.library = Libraries.valueOf(words[0]);
    json.document = Document.valueOf(words[1]);
    json.tags = TagPlace.valueOf(words[2]);
    json.body = Body.valueOf(words[3]);
    json.read();
    return json::decode;
  }

  private static Contestant call(String name) {
    CallBenchmark calls = new CallBenchmark();
    return switch (name) {
      case "plainBytes" -> calls::plainBytes;
      case "ourBytes" -> calls::ourBytes;
      case "plainJson" -> calls::plainJson;
      case "ourJson" -> calls::ourJson;
      default -> throw new IllegalArgumentException("There is no call \"" + name + "\".");
    };
  }
}
