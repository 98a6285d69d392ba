package io.github.extendclient.benchmarks.report;

import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import io.github.extendclient.benchmarks.jmh.Body;
import java.util.Locale;

/** The names in the tables. */
final class Names {
  private Names() {}

  static String of(Document document) {
    return switch (document) {
      case PARSE_20_KB -> "20 KB";
      case PARSE_500_KB -> "500 KB";
      case PARSE_5_MB -> "5 MB";
      case EXTRACT_50_KB -> "extract run of 50 KB";
      case LIST_OF_100 -> "list of 100";
    };
  }

  static String of(Libraries library) {
    return switch (library) {
      case OURS -> "**this client**";
      case SKIP_VALUE -> "Moshi `skipValue` (floor)";
      case JACKSON_PLAIN -> "Jackson on plain classes";
      case AVAJE_PLAIN -> "avaje-jsonb on plain classes";
      case MOSHI_REFLECTION -> "Moshi by reflection on plain classes";
      case RETROFIT2_GSON -> "stock `retrofit2`, Gson";
      case NATIVE_JACKSON -> "stock `native`, Jackson";
      case OKHTTP_GSON -> "stock `okhttp-gson`";
    };
  }

  /** The name in a chart, which has no Markdown. */
  static String plain(Libraries library) {
    return of(library).replaceAll("[*`]", "");
  }

  static String of(TagPlace tags) {
    return "tags " + tags.name().toLowerCase(Locale.ROOT);
  }

  static String of(Body body) {
    return body.name().toLowerCase(Locale.ROOT);
  }
}
