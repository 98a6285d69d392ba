package io.github.extendclient.testing.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * An OkHttp interceptor that checks each request and each response against the bundled
 * specification of the API version that the request names, by a validator that shares no code with
 * this project.
 *
 * <pre>{@code
 * OpenApiValidation validation = new OpenApiValidation();
 * OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(validation).build();
 * // ... use the client ...
 * validation.assertNone();
 * }</pre>
 *
 * <p>As a network interceptor it sees each attempt; as an application interceptor, each call. The
 * body of a request above 1 MiB is not looked at. Requests without a version that has a
 * specification, and downloads, are let through unseen. Safe for use by several threads.
 */
public final class OpenApiValidation implements Interceptor {
  private static final List<String> VERSIONS = List.of("2026-02-09", "2025-04-21");
  private static final long MAX_REQUEST_BODY = 1 << 20;
  private static final long MAX_RESPONSE_BODY = 64L << 20;

  /** By API version. */
  private static final Map<String, Map<String, Object>> SPECIFICATIONS = new ConcurrentHashMap<>();

  /** By API version and first segment of the path; a whole version would take seconds. */
  private static final Map<String, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  private final List<String> violations = new CopyOnWriteArrayList<>();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = withReadableBody(chain.request());
    Response response = chain.proceed(request);
    String version = request.header("x-extend-api-version");
    boolean download = request.url().encodedPath().startsWith("/downloads/");
    if (version != null && VERSIONS.contains(version) && !download) {
      check(request, response, validator(version, request.url().encodedPath()));
    }
    return response;
  }

  /** Reads the body into memory, because a one-shot body must still be sent after the check. */
  private static Request withReadableBody(Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null || !isSmall(body)) {
      return request;
    }
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    return request
        .newBuilder()
        .method(request.method(), RequestBody.create(buffer.readByteString(), body.contentType()))
        .build();
  }

  private static boolean isSmall(RequestBody body) throws IOException {
    long length = body.contentLength();
    return length >= 0 && length <= MAX_REQUEST_BODY && !body.isDuplex();
  }

  /** Returns the violations so far, one line each: operation, status, place and problem. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /**
   * Fails if anything was found.
   *
   * @throws AssertionError with all violations
   */
  public void assertNone() {
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "not as the specification says:\n  " + String.join("\n  ", violations));
    }
  }

  private void check(Request request, Response response, OpenApiInteractionValidator validator)
      throws IOException {
    Method method = Method.valueOf(request.method());
    String path = request.url().encodedPath();
    ValidationReport responseReport = validator.validateResponse(path, method, simple(response));
    String call = request.method() + " " + path + " -> " + response.code();
    if (request.body() == null || isSmall(request.body())) {
      add(call + ": request: ", validator.validateRequest(simple(request)));
    }
    add(call + ": response: ", responseReport);
  }

  private void add(String prefix, ValidationReport report) {
    for (ValidationReport.Message message : report.getMessages()) {
      if (message.getLevel() == ValidationReport.Level.ERROR) {
        String nested = message.getNestedMessages().isEmpty() ? "" : " " + details(message);
        violations.add(prefix + message.getMessage() + nested);
      }
    }
  }

  private static String details(ValidationReport.Message message) {
    return String.join(
        "; ", message.getNestedMessages().stream().map(nested -> nested.getMessage()).toList());
  }

  private static SimpleRequest simple(Request request) throws IOException {
    HttpUrl url = request.url();
    SimpleRequest.Builder simple = new SimpleRequest.Builder(request.method(), url.encodedPath());
    request.headers().toMultimap().forEach(simple::withHeader);
    url.queryParameterNames()
        .forEach(name -> simple.withQueryParam(name, url.queryParameterValues(name)));
    RequestBody body = request.body();
    if (body != null) {
      if (body.contentType() != null) {
        simple.withContentType(body.contentType().toString());
      }
      Buffer buffer = new Buffer();
      body.writeTo(buffer);
      simple.withBody(buffer.readByteArray());
    }
    return simple.build();
  }

  private static SimpleResponse simple(Response response) throws IOException {
    SimpleResponse.Builder simple = new SimpleResponse.Builder(response.code());
    response.headers().toMultimap().forEach(simple::withHeader);
    String contentType = response.header("Content-Type");
    if (contentType != null) {
      simple.withContentType(contentType);
    }
    simple.withBody(response.peekBody(MAX_RESPONSE_BODY).bytes());
    return simple.build();
  }

  private static OpenApiInteractionValidator validator(String version, String path) {
    String segment = SpecificationPart.segment(path);
    return VALIDATORS.computeIfAbsent(
        version + "/" + segment,
        key ->
            OpenApiInteractionValidator.createForInlineApiSpecification(
                    SpecificationPart.of(specification(version), segment))
                .withBasePathOverride("/")
                .withLevelResolver(
                    LevelResolver.create()
                        .withLevel(
                            "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build());
  }

  private static Map<String, Object> specification(String version) {
    return SPECIFICATIONS.computeIfAbsent(
        version, key -> SpecificationPart.read("/openapi/extend-" + version + ".yaml"));
  }
}
