package io.github.extendclient.runtime.internal;

import io.github.extendclient.runtime.DateTime;
import io.github.extendclient.runtime.JsonDocument;
import io.github.extendclient.runtime.Upload;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The query, headers and form of one request, by name. Filled by generated code. Not thread-safe.
 */
public final class RequestParameters {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Map<String, List<Pair>> query = new LinkedHashMap<>();
  private final Map<String, List<Pair>> fields = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, List<MultipartBody.Part>> parts = new LinkedHashMap<>();

  /** Creates empty parameters. */
  public RequestParameters() {}

  RequestParameters(RequestParameters others) {
    addAll(others);
  }

  /**
   * Adds the optional parameters of the operation.
   *
   * @param params the parameters, which are copied
   * @return this
   */
  public RequestParameters and(OptionalParameters params) {
    addAll(params.request());
    return this;
  }

  private void addAll(RequestParameters others) {
    query.putAll(others.query);
    fields.putAll(others.fields);
    headers.putAll(others.headers);
    parts.putAll(others.parts);
  }

  /**
   * Sets a query parameter.
   *
   * @param name the API's name
   * @param value null to omit it
   * @return this
   */
  public RequestParameters query(String name, @Nullable Object value) {
    set(query, name, value == null ? null : List.of(new Pair(encode(name), encode(text(value)))));
    return this;
  }

  /**
   * Sets a query parameter that is a list or an object.
   *
   * @param name the API's name
   * @param style the notation
   * @param value a collection or a model; null to omit it
   * @return this
   */
  public RequestParameters query(String name, QueryStyle style, @Nullable Object value) {
    set(query, name, value == null ? null : pairs(name, style, value));
    return this;
  }

  /**
   * Sets a header.
   *
   * @param name the header
   * @param value the value; a collection is written as a comma-separated list; null to omit the
   *     header
   * @return this
   */
  public RequestParameters header(String name, @Nullable Object value) {
    if (value == null) {
      headers.remove(name);
    } else if (value instanceof Collection<?> values) {
      headers.put(
          name, values.stream().map(RequestParameters::text).collect(Collectors.joining(",")));
    } else {
      headers.put(name, text(value));
    }
    return this;
  }

  /**
   * Sets a field of a URL-encoded form.
   *
   * @param name the field
   * @param value the value; a collection is written as one field per element; null to omit the
   *     field
   * @return this
   */
  public RequestParameters field(String name, @Nullable Object value) {
    set(
        fields,
        name,
        value instanceof Collection<?>
            ? pairs(name, QueryStyle.EXPLODED, value)
            : value == null ? null : List.of(new Pair(encode(name), encode(text(value)))));
    return this;
  }

  /**
   * Sets a part of a multipart form.
   *
   * @param name the part
   * @param value an {@link Upload}, an object, which is sent as JSON, a text, or a collection of
   *     these; null to omit the part
   * @return this
   */
  public RequestParameters part(String name, @Nullable Object value) {
    if (value == null) {
      parts.remove(name);
    } else if (value instanceof Collection<?> values) {
      parts.put(name, values.stream().map(each -> toPart(name, each)).toList());
    } else {
      parts.put(name, List.of(toPart(name, value)));
    }
    return this;
  }

  /** {@return the query, percent-encoded; a list may have several entries with the same name} */
  public Map<String, String> query() {
    return new PairMap(all(query));
  }

  /**
   * {@return the fields of the form, percent-encoded; a list may have several with the same name}
   */
  public Map<String, String> fields() {
    return new PairMap(all(fields));
  }

  /** {@return the headers} */
  public Map<String, String> headers() {
    return headers;
  }

  /** {@return the parts of the form} */
  public List<MultipartBody.Part> parts() {
    return parts.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Returns a body of text.
   *
   * @param text the text
   * @param contentType the content type of the operation
   * @return a body in UTF-8
   */
  public static RequestBody body(String text, String contentType) {
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(contentType));
  }

  /**
   * Returns a body of bytes.
   *
   * @param content the bytes, which are streamed
   * @param contentType the content type of the operation
   * @return the body
   */
  public static RequestBody body(Upload content, String contentType) {
    return new TypedBody(content.toPart("body").body(), MediaType.parse(contentType));
  }

  private static MultipartBody.Part toPart(String name, Object value) {
    if (value instanceof Upload upload) {
      return upload.toPart(name);
    }
    return value instanceof JsonDocument document
        ? MultipartBody.Part.createFormData(
            name,
            null,
            RequestBody.create(document.toJson().getBytes(StandardCharsets.UTF_8), JSON))
        : MultipartBody.Part.createFormData(name, text(value));
  }

  private static List<Pair> pairs(String name, QueryStyle style, Object value) {
    String encoded = encode(name);
    if (style == QueryStyle.DEEP_OBJECT) {
      List<Pair> pairs = new ArrayList<>();
      ((ObjectModel) value)
          .properties()
          .forEachPresent(
              (property, held) ->
                  pairs.add(new Pair(encoded + encode("[" + property + "]"), encode(text(held)))));
      return pairs;
    }
    List<String> texts =
        ((Collection<?>) value).stream().map(element -> encode(text(element))).toList();
    return switch (style) {
      case COMMAS -> List.of(new Pair(encoded, String.join(",", texts)));
      case SPACES -> List.of(new Pair(encoded, String.join("%20", texts)));
      case PIPES -> List.of(new Pair(encoded, String.join("|", texts)));
      default -> texts.stream().map(text -> new Pair(encoded, text)).toList();
    };
  }

  private static void set(
      Map<String, List<Pair>> target, String name, @Nullable List<Pair> values) {
    if (values == null) {
      target.remove(name);
    } else {
      target.put(name, values);
    }
  }

  private static List<Pair> all(Map<String, List<Pair>> pairs) {
    return pairs.values().stream().flatMap(List::stream).collect(Collectors.toList());
  }

  private static String text(Object value) {
    if (value instanceof Secret secret) {
      return secret.value().toString();
    }
    if (value instanceof ByteString bytes) {
      return bytes.base64();
    }
    return value instanceof OffsetDateTime time ? DateTime.of(time).text() : value.toString();
  }

  /** Percent-encodes all but the unreserved characters of RFC 3986. */
  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '.'
              || b == '_'
              || b == '~';
      if (plain) {
        encoded.append((char) b);
      } else {
        encoded.append('%');
        encoded.append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
        encoded.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return encoded.toString();
  }

  /** A name and a value, both percent-encoded. */
  record Pair(String name, String value) {}
}
