package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.contract.OpenApiValidation;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Sends plain HTTP to the server, and checks every exchange against the specification. */
final class TestClient implements AutoCloseable {
  static final String CURRENT = "2026-02-09";
  static final String LEGACY = "2025-04-21";
  static final MediaType JSON = MediaType.get("application/json");

  private final ExtendServer server;
  private final String version;
  private final OpenApiValidation validation = new OpenApiValidation();
  private final OkHttpClient http;

  TestClient(ExtendServer server, String version) {
    this.server = server;
    this.version = version;
    this.http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .callTimeout(Duration.ofMinutes(2))
            .addNetworkInterceptor(validation)
            .connectionPool(new ConnectionPool())
            .dispatcher(new Dispatcher())
            .build();
  }

  /** A response, read to its end. */
  record Response(int status, okhttp3.Response http, String text) {
    Map<String, @Nullable Object> json() {
      try {
        return Fields.ofBody(Json.read(new Buffer().writeUtf8(text))).toMap();
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text, e);
      }
    }

    /** The value at a path such as {@code output.chunks[0].content}. */
    @Nullable Object at(String path) {
      Object value = json();
      for (String step : path.replace("[", ".[").split("\\.")) {
        if (step.startsWith("[")) {
          value = ((List<?>) value).get(Integer.parseInt(step.substring(1, step.length() - 1)));
        } else {
          value = ((Map<?, ?>) value).get(step);
        }
      }
      return value;
    }

    /** The names of the members of the object at a path. */
    List<String> names(String path) {
      return ((Map<?, ?>) at(path)).keySet().stream().map(String::valueOf).toList();
    }

    String text(String path) {
      return (String) at(path);
    }
  }

  OpenApiValidation validation() {
    return validation;
  }

  Response get(String path) {
    return send(request(path).get());
  }

  Response delete(String path) {
    return send(request(path).delete());
  }

  Response post(String path, String json) {
    return send(request(path).post(RequestBody.create(json.replace('\'', '"'), JSON)));
  }

  Response upload(String name, byte[] bytes) {
    return upload("/files/upload", form(name, bytes).build());
  }

  Response upload(String path, RequestBody body) {
    return send(request(path).post(body));
  }

  static MultipartBody.Builder form(String name, byte[] bytes) {
    return new MultipartBody.Builder("test-boundary")
        .setType(MultipartBody.FORM)
        .addFormDataPart("file", name, RequestBody.create(bytes));
  }

  /** A request with API key and version, which the caller may change. */
  Request.Builder request(String path) {
    return new Request.Builder()
        .url(path.startsWith("http") ? path : server.url() + path)
        .header("Authorization", "Bearer " + server.apiKey())
        .header("x-extend-api-version", version);
  }

  Response send(Request.Builder request) {
    try {
      return trySend(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Response trySend(Request.Builder request) throws IOException {
    try (okhttp3.Response response = http.newCall(request.build()).execute()) {
      return new Response(response.code(), response, response.body().string());
    }
  }

  /** Asserts that a response is an error of the API that no retry mends. */
  static void assertError(Response response, int status, String code, String message) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "code",
                code,
                "message",
                message,
                "retryable",
                false,
                "requestId",
                String.valueOf(response.http().header("x-extend-request-id"))));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
