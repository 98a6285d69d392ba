package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Sends the request of an external data validation step, to loopback addresses only. */
final class ExternalValidation {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT");
  private static final Set<String> CONTENT_TYPES = Set.of("application/json", "text/plain");

  private ExternalValidation() {}

  /**
   * Sends the request.
   *
   * @param options the {@code requestOptions} of the step
   * @param known what a request with a body tells the system
   * @return status and data of its response
   * @throws IOException if there is no response with 2xx and a JSON object; the message is for
   *     people
   */
  static JsonObject send(Fields options, JsonObject known) throws IOException {
    String address = options.requireText("url");
    options.require("method");
    String method = options.choice("method", METHODS).orElseThrow();
    HttpURLConnection connection = open(address);
    try {
      connection.setRequestMethod(method);
      for (Map.Entry<String, @Nullable Object> header :
          options.object("headers").map(Fields::toMap).orElse(new JsonObject()).entrySet()) {
        connection.setRequestProperty(header.getKey(), String.valueOf(header.getValue()));
      }
      if (!method.equals("GET")) {
        String type = options.choice("contentType", CONTENT_TYPES).orElse("application/json");
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
          body.write(Json.write(known).readByteArray());
        }
      }
      return response(connection);
    } catch (IOException e) {
      throw new IOException("The request to " + address + " failed: " + e.getMessage() + ".", e);
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection open(String address) throws IOException {
    URL url;
    try {
      url = URI.create(address).toURL();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new IOException("The URL " + address + " is none.", e);
    }
    if (!url.getProtocol().startsWith("http") || !LOOPBACK.contains(url.getHost())) {
      throw new IOException(
          "The embedded server sends requests to this machine only, such as to"
              + " http://127.0.0.1:8080/check, not to "
              + address
              + ".");
    }
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  private static JsonObject response(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < 200 || status > 299) {
      throw new IOException("its status is " + status);
    }
    try (InputStream body = connection.getInputStream()) {
      if (Json.read(new Buffer().readFrom(body)) instanceof JsonObject data) {
        return JsonObject.of("status", (long) status).with("data", data);
      }
    }
    throw new IOException("its response is no JSON object");
  }
}
