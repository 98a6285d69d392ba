package io.github.extendclient.generator;

import java.util.Locale;

/** Tells by its media type how a body is read. */
final class MediaTypes {
  private MediaTypes() {}

  /** Returns whether a body is one JSON document; a body of many, such as NDJSON, is not. */
  static boolean isJson(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
    return type.equals("application/json")
        || type.equals("text/json")
        || (type.endsWith("+json") && !type.equals("application/stream+json"));
  }
}
