package io.github.extendclient.internal.catalog;

import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.Headers;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * An operation of the API. HTTP method and path come from Retrofit's annotation, the rest from
 * {@link Operation}.
 *
 * @param id the operation in the specification, such as {@code parseRuns_create}
 * @param method the HTTP method
 * @param path the path template with a leading slash
 * @param idempotent whether sending the request twice has the same effect as sending it once
 * @param category the rate limit category
 * @param hold how long the server may take to respond; null if it responds at once
 */
public record ApiOperation(
    String id,
    String method,
    String path,
    boolean idempotent,
    RateLimitCategory category,
    @Nullable Duration hold) {
  private static final Pattern TEXT = Pattern.compile("(?i)accept:\\s*text/");

  /**
   * Returns the operation of a method.
   *
   * @param method a method of a Retrofit interface
   * @return never null
   * @throws IllegalArgumentException if an annotation is missing
   */
  public static ApiOperation of(Method method) {
    ApiOperation operation = in(method.getAnnotations());
    if (operation == null) {
      throw new IllegalArgumentException(
          method
              + " has no @Operation annotation beside Retrofit's: add one, so that the client knows"
              + " whether the request may be sent twice.");
    }
    return operation;
  }

  /**
   * Returns the operation described by annotations.
   *
   * @param annotations the annotations of a method
   * @return the operation; null if {@link Operation} or Retrofit's annotation is missing
   */
  public static @Nullable ApiOperation in(Annotation[] annotations) {
    Operation operation = null;
    Request request = null;
    for (Annotation annotation : annotations) {
      if (annotation instanceof Operation found) {
        operation = found;
      } else if (request == null) {
        request = Request.in(annotation);
      }
    }
    return operation == null || request == null
        ? null
        : new ApiOperation(
            operation.id(),
            request.method(),
            request.path(),
            operation.idempotent(),
            operation.category(),
            operation.timeout().isEmpty() ? null : Duration.parse(operation.timeout()));
  }

  /**
   * Returns whether a method requests text other than JSON, by {@code @Headers("Accept: text/…")}.
   *
   * @param annotations the annotations of the method
   * @return false without such an annotation
   */
  public static boolean asksForText(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(Headers.class::isInstance)
        .flatMap(headers -> Arrays.stream(((Headers) headers).value()))
        .anyMatch(header -> TEXT.matcher(header).lookingAt());
  }

  /** {@return method and path, such as {@code GET /parse_runs/{id}}} */
  public String name() {
    return method + " " + path;
  }

  private record Request(String method, String path) {
    static @Nullable Request in(Annotation annotation) {
      if (annotation instanceof GET get) {
        return of("GET", get.value());
      } else if (annotation instanceof POST post) {
        return of("POST", post.value());
      } else if (annotation instanceof DELETE delete) {
        return of("DELETE", delete.value());
      } else if (annotation instanceof PATCH patch) {
        return of("PATCH", patch.value());
      } else if (annotation instanceof PUT put) {
        return of("PUT", put.value());
      } else if (annotation instanceof HEAD head) {
        return of("HEAD", head.value());
      } else if (annotation instanceof OPTIONS options) {
        return of("OPTIONS", options.value());
      } else if (annotation instanceof HTTP http) {
        return of(http.method(), http.path());
      }
      return null;
    }

    private static Request of(String method, String path) {
      String template = path.split("\\?", 2)[0];
      return new Request(method, template.startsWith("/") ? template : "/" + template);
    }
  }
}
