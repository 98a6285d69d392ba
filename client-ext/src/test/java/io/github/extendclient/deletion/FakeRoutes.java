package io.github.extendclient.deletion;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Things start with {@code th_}, others with {@code ot_}; remembers what was asked. */
final class FakeRoutes implements Router {
  static final String THINGS = "DELETE /things/{id}";
  static final String OTHERS = "DELETE /others/{id}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Consumer<String> delete;

  FakeRoutes(Consumer<String> delete) {
    this.delete = delete;
  }

  /** Deletes every ID. */
  static FakeRoutes succeeding() {
    return new FakeRoutes(id -> {});
  }

  /** The IDs {@code th_0}, {@code th_1} and so on. */
  static Stream<String> things(int count) {
    return IntStream.range(0, count).mapToObj(i -> "th_" + i);
  }

  /** Always throws. */
  static void fail(int status) {
    throw errorResponse(status, false);
  }

  static ExtendException errorResponse(int status, boolean mayHaveBeenAccepted) {
    return MAKER.response(
        new FailedCall("DELETE", "/things/{id}", 1, Duration.ZERO, mayHaveBeenAccepted),
        new ApiError(status, null, "No.\nReally\tnot.", null, null, null, null, ""),
        "");
  }

  @Override
  public Routing route(String id) {
    if (id.startsWith("th_")) {
      return new Route(THINGS, this::ask);
    }
    return id.startsWith("ot_")
        ? new Route(OTHERS, this::ask)
        : new Refusal("It does not start with a known prefix.");
  }

  List<String> asked() {
    return asked;
  }

  private void ask(String id) {
    asked.add(id);
    delete.accept(id);
  }
}
