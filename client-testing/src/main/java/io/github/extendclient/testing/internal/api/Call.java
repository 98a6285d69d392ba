package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Request;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A request to an operation.
 *
 * @param path the parameters of the path, decoded
 * @param query the parameters of the query, decoded, the first of each name
 */
public record Call(
    Request request, ApiVersion version, Map<String, String> path, Map<String, String> query) {

  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  /** Enough for the largest file that is kept, in base64; a body is held in memory. */
  private static final long MAX_JSON_BYTES = 72L << 20;

  /** The path parameter {@code id}. */
  public String id() {
    return path.getOrDefault("id", "");
  }

  /** A path parameter of any name. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** True if the query has no such parameter, or one of this value. */
  public boolean queryAllows(String name, @Nullable String value) {
    String wanted = query.get(name);
    return wanted == null || wanted.equals(value);
  }

  /**
   * The same for a value that is expensive to get; it is read only if the query has the parameter.
   */
  public boolean queryAllows(String name, Supplier<@Nullable String> value) {
    return !query.containsKey(name) || queryAllows(name, value.get());
  }

  /** True if the query has no such parameter, or one that {@code text} contains. */
  public boolean queryContainedIn(String name, String text) {
    String wanted = query.get(name);
    return wanted == null
        || text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }

  public boolean queryFlag(String name) {
    return queryChoice(name, Set.of("true", "false")).filter("true"::equals).isPresent();
  }

  public Optional<String> queryChoice(String name, Set<String> choices) {
    Optional<String> value = Optional.ofNullable(query.get(name));
    value.ifPresent(
        text -> {
          if (!choices.contains(text)) {
            throw ApiException.invalidRequest(
                "The query parameter \""
                    + name
                    + "\" must be one of "
                    + String.join(", ", new TreeSet<>(choices))
                    + ", but it is \""
                    + text
                    + "\".");
          }
        });
    return value;
  }

  public Fields jsonBody() throws IOException {
    String contentType = Optional.ofNullable(request.header("Content-Type")).orElse("");
    if (!JSON.matcher(contentType).matches()) {
      throw ApiException.invalidRequest(
          "The body must be sent as application/json, but its Content-Type is \""
              + contentType
              + "\".");
    }
    Buffer body = new Buffer();
    BufferedSource source = Okio.buffer(Okio.source(request.body()));
    while (source.read(body, MAX_JSON_BYTES) != -1) {
      if (body.size() > MAX_JSON_BYTES) {
        throw ApiException.invalidRequest(
            "The body must have at most "
                + MAX_JSON_BYTES
                + " bytes, which is the limit of the embedded server.");
      }
    }
    return Fields.ofBody(parsed(body));
  }

  private static @Nullable Object parsed(Buffer body) {
    if (body.exhausted()) {
      throw ApiException.invalidRequest("The body must be JSON, but it is empty.");
    }
    try {
      return Json.read(body);
    } catch (IOException e) {
      throw ApiException.invalidRequest("The body is not JSON: " + e.getMessage());
    }
  }
}
