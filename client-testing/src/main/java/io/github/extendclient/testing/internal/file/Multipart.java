package io.github.extendclient.testing.internal.file;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.http.Request;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.ContentStore;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The form of an upload, read part by part from the connection. */
final class Multipart {
  private static final Pattern NAME = parameter("name");
  private static final Pattern FILE_NAME = parameter("filename");
  private static final Pattern ENCODED_FILE_NAME =
      Pattern.compile("filename\\*=(?:UTF-8|utf-8)''([^;\\s]+)");

  /** A PDF takes 127 bytes of a password at most. */
  private static final long MAX_PASSWORD_BYTES = 1024;

  private @Nullable Content content;
  private @Nullable String fileName;
  private @Nullable String password;

  private Multipart() {}

  static Multipart read(Request request, ContentStore contents) throws IOException {
    Multipart form = new Multipart();
    try (MultipartReader reader =
        new MultipartReader(Okio.buffer(Okio.source(request.body())), boundary(request))) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        form.add(part, contents);
      }
    } catch (EOFException e) {
      // Fails again if it was the connection that ended, not the form.
      request.body().readAllBytes();
      throw ApiException.invalidRequest(
          "The form cannot be read: it ends before its last boundary.");
    } catch (ProtocolException e) {
      throw ApiException.invalidRequest("The form cannot be read: " + e.getMessage() + ".");
    }
    return form;
  }

  /** The part {@code file}. */
  Content content() {
    if (content == null) {
      throw ApiException.invalidRequest(
          "The part \"file\" is required, but the form has no such part with a file name.");
    }
    return content;
  }

  /** The name of the part {@code file}. */
  String fileName() {
    return Optional.ofNullable(fileName).orElseThrow();
  }

  /** The part {@code password}. */
  @Nullable String password() {
    return password;
  }

  private void add(MultipartReader.Part part, ContentStore contents) throws IOException {
    String disposition = Optional.ofNullable(part.headers().get("Content-Disposition")).orElse("");
    String name = first(NAME, disposition).orElse("");
    Optional<String> partFileName = fileName(disposition);
    if (name.equals("file") && partFileName.isPresent()) {
      fileName = partFileName.get();
      content = contents.save(part.body().inputStream()).withCharset(charset(part));
    } else if (name.equals("password")) {
      part.body().request(MAX_PASSWORD_BYTES + 1);
      if (part.body().getBuffer().size() > MAX_PASSWORD_BYTES) {
        throw ApiException.invalidRequest(
            "The part \"password\" must have at most " + MAX_PASSWORD_BYTES + " bytes.");
      }
      password = part.body().readUtf8();
    }
  }

  private static String boundary(Request request) {
    String header = Optional.ofNullable(request.header("Content-Type")).orElse("");
    MediaType type = MediaType.parse(header);
    String boundary = type == null ? null : type.parameter("boundary");
    if (boundary == null || !type.type().equals("multipart")) {
      throw ApiException.invalidRequest(
          "The body must be sent as multipart/form-data with a boundary, but its Content-Type is \""
              + header
              + "\".");
    }
    return boundary;
  }

  /** The charset of a part. Its type is ignored, because the API goes by the file name. */
  private static @Nullable String charset(MultipartReader.Part part) {
    String header = part.headers().get("Content-Type");
    MediaType type = header == null ? null : MediaType.parse(header);
    return type == null ? null : type.parameter("charset");
  }

  private static Optional<String> fileName(String disposition) {
    Optional<String> encoded = first(ENCODED_FILE_NAME, disposition);
    if (encoded.isPresent()) {
      return encoded.map(Multipart::decoded);
    }
    return first(FILE_NAME, disposition)
        .map(name -> name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
        .filter(name -> !name.isBlank());
  }

  private static String decoded(String name) {
    try {
      // A plus is a plus here, unlike in a query.
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidRequest(
          "The form cannot be read: the name \""
              + name
              + "\" of filename* is not percent-encoded.");
    }
  }

  private static Pattern parameter(String name) {
    return Pattern.compile("(?:^|[;\\s])" + name + "=(?:\"([^\"]*)\"|([^;\\s]+))");
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String quoted = matcher.group(1);
    return Optional.of(quoted == null ? matcher.group(2) : quoted);
  }
}
