package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.Api;
import io.github.extendclient.testing.internal.api.ErrorShape;
import io.github.extendclient.testing.internal.http.HttpServer;
import io.github.extendclient.testing.internal.http.Request;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.state.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Handles each request: takes its fault from {@link Faults}, applies it to the response of {@link
 * Api}, and records the request. Called on the threads of the connections, several at once.
 */
final class FaultInjector implements HttpServer.Handler {
  /** The interval in which a delay reads the clock, which a test may move at any time. */
  private static final Duration CLOCK_CHECK = Duration.ofMillis(2);

  /** The number of pieces of a slow body. */
  private static final int SLOW_PIECES = 10;

  private final Api api;
  private final Faults faults;
  private final RequestLog log;
  private final Ids ids;
  private final Clock clock;
  private volatile boolean closed;

  FaultInjector(Api api, Faults faults, RequestLog log, Ids ids, Clock clock) {
    this.api = api;
    this.faults = faults;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** Ends all delays. */
  void close() {
    closed = true;
  }

  @Override
  public Response handle(Request request) throws IOException {
    String operation = api.operation(request);
    log.received(operation);
    Fault fault = operation == null ? Fault.none() : faults.take(operation);
    try {
      return handle(request, operation, fault);
    } catch (IOException | UncheckedIOException e) {
      log.add(call(request, operation, 0, fault, false));
      throw e;
    }
  }

  private Response handle(Request request, @Nullable String operation, Fault fault)
      throws IOException {
    Instant arrival = clock.instant();
    if (fault instanceof DropFault drop && drop.cut() == null) {
      return dropBeforeResponse(request, operation, drop);
    }
    String requestId = "req_" + ids.next();
    Response response = null;
    boolean accepted = false;
    if (!(fault instanceof StatusFault status) || status.isAccepting()) {
      response = api.handle(request, requestId);
      accepted = response.status() < 300;
    }
    response = applied(fault, response, request, requestId);
    request.body().transferTo(OutputStream.nullOutputStream());
    if (accepted) {
      log.accepted(operation);
    }
    boolean isLost = fault instanceof DropFault drop && drop.stage() == Stage.RESPONSE_START;
    log.add(call(request, operation, isLost ? 0 : response.status(), fault, accepted));
    if (fault instanceof DelayFault delay) {
      awaitUntil(arrival.plus(delay.time()));
    }
    return response.header("x-extend-request-id", requestId);
  }

  /**
   * The response with its fault.
   *
   * @param response of the operation, {@code null} if a fault rejects the request before
   */
  private Response applied(
      Fault fault, @Nullable Response response, Request request, String requestId) {
    if (response == null || fault instanceof StatusFault) {
      return statusResponse((StatusFault) fault, request, requestId);
    }
    if (fault instanceof ResponseFault changing) {
      return changing.change().apply(response);
    }
    if (fault instanceof SlowBodyFault slow) {
      Duration pause = slow.time().dividedBy(SLOW_PIECES - 1L);
      Instant start = clock.instant();
      return response.inPieces(
          SLOW_PIECES, piece -> awaitUntil(start.plus(pause.multipliedBy(piece))));
    }
    return fault instanceof DropFault drop && drop.cut() != null
        ? response.cutAt(drop.cut())
        : response;
  }

  private Response dropBeforeResponse(Request request, @Nullable String operation, DropFault drop)
      throws IOException {
    if (drop.stage() == Stage.REQUEST_BODY) {
      long length = request.bodyLength();
      long half = length < 0 ? 1 : length / 2;
      for (long left = half; left > 0; left--) {
        request.body().read();
      }
    }
    log.add(call(request, operation, 0, drop, false));
    return Response.none();
  }

  private RecordedRequest call(
      Request request, @Nullable String operation, int status, Fault fault, boolean accepted) {
    return new RecordedRequest(
        clock.instant(),
        request.method(),
        request.target(),
        operation,
        RequestLog.headers(request),
        request.bodyBytesRead(),
        status,
        fault instanceof NoFault ? null : fault.toString(),
        accepted);
  }

  private static Response statusResponse(StatusFault fault, Request request, String requestId) {
    String body = fault.body();
    Response response =
        body == null
            ? ErrorShape.injected(request, fault.status(), fault.isRetryable(), requestId)
            : Response.text(fault.status(), "", body);
    for (Map.Entry<String, String> header : fault.headers().entrySet()) {
      response = response.header(header.getKey(), header.getValue());
    }
    return response;
  }

  private void awaitUntil(Instant end) {
    while (!closed && !Thread.currentThread().isInterrupted()) {
      Duration left = Duration.between(clock.instant(), end);
      if (left.isNegative() || left.isZero()) {
        return;
      }
      boolean isOwnClock = !clock.equals(Clock.systemUTC());
      Duration pause = isOwnClock && left.compareTo(CLOCK_CHECK) > 0 ? CLOCK_CHECK : left;
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
