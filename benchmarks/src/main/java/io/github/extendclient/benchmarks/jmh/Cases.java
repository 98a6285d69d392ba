package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.TagPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;

/**
 * The libraries that are measured on each document. To save time, rivals are not measured on all.
 */
final class Cases {
  private final Map<Case, String> refusals = new LinkedHashMap<>();

  /**
   * The measurements that failed because the library cannot read the document, with its messages.
   */
  Map<Case, String> refusals() {
    return refusals;
  }

  /** Returns the cases of one document. */
  Set<Case> of(Document document) {
    Set<Case> cases = new LinkedHashSet<>();
    List<Libraries> able = able(document);
    able.forEach(library -> cases.add(Case.of(Case.DECODE, library, document)));
    if (document == Document.PARSE_500_KB || document == Document.PARSE_5_MB) {
      for (TagPlace tags : TagPlace.values()) {
        for (Body body : Body.values()) {
          cases.add(new Case(Case.DECODE, Libraries.OURS, document, tags, body));
        }
      }
    }
    if (document != Document.PARSE_5_MB) {
      able.remove(Libraries.SKIP_VALUE);
      able.forEach(library -> cases.add(Case.of(Case.ENCODE, library, document)));
    }
    return cases;
  }

  private List<Libraries> able(Document document) {
    List<Libraries> able = new ArrayList<>();
    for (Libraries library : Libraries.values()) {
      if (!isMeasured(library, document)) {
        continue;
      }
      try {
        Codec codec = library.codecFor(document);
        codec.decode(new Buffer().write(document.bytes(TagPlace.FIRST)));
        able.add(library);
      } catch (IOException | RuntimeException e) {
        refusals.put(Case.of(Case.DECODE, library, document), String.valueOf(e.getMessage()));
      }
    }
    return able;
  }

  private static boolean isMeasured(Libraries library, Document document) {
    return switch (library) {
      case OURS, JACKSON_PLAIN, AVAJE_PLAIN -> true;
      case SKIP_VALUE -> document.isParseRun();
      case MOSHI_REFLECTION ->
          document == Document.PARSE_20_KB || document == Document.PARSE_500_KB;
      case RETROFIT2_GSON, NATIVE_JACKSON, OKHTTP_GSON -> document != Document.PARSE_5_MB;
    };
  }
}
