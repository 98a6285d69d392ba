package io.github.extendclient.operation;

import io.github.extendclient.internal.catalog.ApiMethod;
import io.github.extendclient.internal.catalog.CallForm;
import io.github.extendclient.internal.catalog.Parameters;
import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.JsonDocument;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.RunCategory;
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
 * An operation of the API that is called with texts and JSON. Each call has the same checks,
 * retries and pacing as the typed method. Immutable and thread-safe.
 *
 * <pre>{@code
 * NamedOperation retrieve = extend.operations().find("parseRuns_retrieve");
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

  /** {@return the API version that it belongs to, such as {@code 2026-02-09}} */
  public String apiVersion() {
    return apiVersion;
  }

  /** {@return HTTP method and path, such as {@code GET /parse_runs/{id}}} */
  public String route() {
    return operation.operation().name();
  }

  /** {@return the rate limit that its requests count against} */
  public RunCategory category() {
    return operation.operation().category();
  }

  /** {@return whether sending the request twice does no more than sending it once} */
  public boolean isIdempotent() {
    return operation.operation().idempotent();
  }

  /** {@return whether the specification advises against it} */
  public boolean isDeprecated() {
    return operation.isDeprecated();
  }

  /** {@return whether it has a JSON body} */
  public boolean takesBody() {
    return has(CallForm.Kind.BODY);
  }

  /** {@return whether its response is a page of a listing} */
  public boolean isPaged() {
    return Page.class.isAssignableFrom(form.method().getReturnType());
  }

  /**
   * What it takes beside the body.
   *
   * @return those in the path first, in its order, then files, then optional ones by name
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
   * Calls it, and waits for the response.
   *
   * @param values of its parameters by name: texts, and an {@link
   *     io.github.extendclient.runtime.Upload} for a file
   * @param body null if it has none
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
   * All items of a listing, read page by page as they are consumed.
   *
   * @param values of its parameters by name
   * @return each item as the API sent it; nothing is read before the stream is
   * @throws IllegalArgumentException if it is no listing, or a parameter is wrong
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
   * Calls it until the run that it reads has ended. For operations that read a run by its ID.
   *
   * @param values of its parameters by name
   * @param poller says how often to look and how long to wait
   * @return the run in a terminal state, which may be a failed one, as the API sent it
   * @throws IllegalArgumentException if a parameter is wrong; nothing was sent
   * @throws io.github.extendclient.error.ExtendException if a call fails, or the wait is over
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
