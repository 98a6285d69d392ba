package io.github.extendclient.operation;

import io.github.extendclient.internal.catalog.ApiMethod;
import io.github.extendclient.internal.catalog.CallForm;
import io.github.extendclient.internal.catalog.Parameters;
import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.JsonDocument;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.runtime.RunPoller;
import io.github.extendclient.runtime.RunState;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API, called with texts and JSON. Calls have the same checks, retries and
 * pacing as the typed method. Immutable and thread-safe.
 *
 * <pre>{@code
 * NamedOperation retrieve = extend.operations().get("parseRuns_retrieve");
 * JsonValue run = retrieve.call(Map.of("id", "pr_Xj8mK2pL9nR4vT7qY5wZ"), null);
 * }</pre>
 */
public final class NamedOperation {
  private final String apiVersion;
  private final ApiMethod operation;
  private final CallForm form;
  private final Supplier<Object> api;

  NamedOperation(String apiVersion, ApiMethod operation, CallForm form, Supplier<Object> api) {
    this.apiVersion = apiVersion;
    this.operation = operation;
    this.form = form;
    this.api = api;
  }

  /** {@return its ID in the specification, such as {@code parseRuns_create}} */
  public String id() {
    return operation.operation().id();
  }

  /** {@return its API version, such as {@code 2026-02-09}} */
  public String apiVersion() {
    return apiVersion;
  }

  /** {@return HTTP method and path, such as {@code GET /parse_runs/{id}}} */
  public String route() {
    return operation.operation().name();
  }

  /** {@return its rate limit category} */
  public RateLimitCategory category() {
    return operation.operation().category();
  }

  /** {@return whether sending the request twice has the same effect as sending it once} */
  public boolean isIdempotent() {
    return operation.operation().idempotent();
  }

  /** {@return whether the specification marks it as deprecated} */
  public boolean isDeprecated() {
    return operation.isDeprecated();
  }

  /** {@return whether its request has a JSON body} */
  public boolean hasBody() {
    return has(CallForm.Kind.BODY);
  }

  /** {@return whether its response is a page of a listing} */
  public boolean isPaged() {
    return Page.class.isAssignableFrom(form.method().getReturnType());
  }

  /**
   * Returns the parameters, without the body.
   *
   * @return path parameters first, in the order of the path, then files, then optional parameters
   *     by name
   */
  public List<OperationParameter> parameters() {
    List<OperationParameter> found = new ArrayList<>();
    for (CallForm.Argument argument : form.arguments()) {
      switch (argument.kind()) {
        case PATH ->
            found.add(
                new OperationParameter(
                    argument.name(), true, false, "text", argument.prefixes(), List.of()));
        case FILE ->
            found.add(
                new OperationParameter(argument.name(), true, true, "file", List.of(), List.of()));
        case OPTIONAL ->
            Parameters.settersOf(argument.type()).forEach(setter -> found.add(optional(setter)));
        case BODY -> {
          // Not among the parameters.
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * Calls the operation and waits for the response.
   *
   * @param values the arguments by parameter name: texts, and an {@link
   *     io.github.extendclient.runtime.Upload} for a file
   * @param body the body; null if the operation has none
   * @return the response as the API sent it
   * @throws IllegalArgumentException if a parameter is missing, unknown or of another type, or the
   *     body does not fit; nothing was sent
   * @throws io.github.extendclient.error.ExtendException if the call fails
   */
  public JsonValue call(Map<String, ?> values, @Nullable JsonValue body) {
    Object[] arguments = new Arguments(this, form).of(values, body);
    return json(Parameters.call(form.method(), api.get(), arguments));
  }

  /**
   * Returns all items of a listing, and loads its pages as the stream is read.
   *
   * @param values the arguments by parameter name
   * @return a lazy stream of items as the API sent them
   * @throws IllegalArgumentException if the operation is not a listing, or a parameter is wrong
   */
  public Stream<JsonValue> items(Map<String, ?> values) {
    if (!isPaged()) {
      throw new IllegalArgumentException(
          route() + " is no listing of pages: call it without asking for all of them.");
    }
    Object[] arguments = new Arguments(this, form).of(values, null);
    int position = positionOfPage(arguments);
    return walk((PageRequest<?>) arguments[position], position, arguments);
  }

  /**
   * Calls the operation until the run that it returns has ended. For operations that retrieve a run
   * by its ID.
   *
   * @param values the arguments by parameter name
   * @param poller sets the interval and the timeout
   * @return the run in a terminal state, possibly failed, as the API sent it
   * @throws IllegalArgumentException if a parameter is wrong; nothing was sent
   * @throws io.github.extendclient.error.ExtendException if a call fails or the timeout expires
   */
  public JsonValue poll(Map<String, ?> values, RunPoller poller) {
    Object[] arguments = new Arguments(this, form).of(values, null);
    return json(
        poller.poll(
            String.valueOf(arguments.length == 0 ? id() : arguments[0]),
            id -> Parameters.call(form.method(), api.get(), arguments),
            response -> response instanceof RunState state && state.isPending()));
  }

  @Override
  public String toString() {
    return id() + " (" + route() + ", " + apiVersion + ")";
  }

  private <P extends PageRequest<P>> Stream<JsonValue> walk(
      PageRequest<P> first, int position, Object[] arguments) {
    @SuppressWarnings("unchecked")
    P params = (P) first;
    return Pages.of((P page) -> page(page, position, arguments), params).stream()
        .map(NamedOperation::json);
  }

  private Page<?> page(PageRequest<?> page, int position, Object[] arguments) {
    Object[] withPage = arguments.clone();
    withPage[position] = page;
    return (Page<?>) Parameters.call(form.method(), api.get(), withPage);
  }

  private int positionOfPage(Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof PageRequest) {
        return i;
      }
    }
    throw new IllegalArgumentException(route() + " has no parameter for the next page.");
  }

  private boolean has(CallForm.Kind kind) {
    return form.arguments().stream().anyMatch(argument -> argument.kind() == kind);
  }

  private static OperationParameter optional(Method setter) {
    Class<?> type = setter.getParameterTypes()[0];
    return new OperationParameter(
        Arguments.nameOf(setter),
        false,
        false,
        ParameterText.describe(type),
        List.of(),
        ParameterText.valuesOf(type));
  }

  private static JsonValue json(Object response) {
    return response instanceof JsonDocument document
        ? JsonValue.ofJson(document.toJson())
        : JsonValue.of(response);
  }
}
