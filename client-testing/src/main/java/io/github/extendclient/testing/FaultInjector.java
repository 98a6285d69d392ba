package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.Api;
import io.github.extendclient.testing.internal.api.ErrorShape;
import io.github.extendclient.testing.internal.http.Exchange;
import io.github.extendclient.testing.internal.http.HttpServer;
import io.github.extendclient.testing.internal.http.HttpServer.Response;
import io.github.extendclient.testing.internal.http.Reply;
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

/** Handles each request: applies the fault that it meets, if any, and records the request. */
final class FaultInjector implements HttpServer.Handler {
  /** The interval in which a delay reads the clock, which a test may move at any time. */
  private static final Duration CLOCK_CHECK = Duration.ofMillis(2);

  /** The number of pieces of a slow body. */
  private static final int SLOW_PIECES = 10;

  private final Api api;
  private final Faults faults;
  private final CallLog log;
  private final Ids ids;
  private final Clock clock;
  private volatile boolean closed;

  FaultInjector(Api api, Faults faults, CallLog log, Ids ids, Clock clock) {
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
  public Response handle(Exchange exchange) throws IOException {
    String operation = api.operation(exchange);
    log.received(operation);
    Fault fault = operation == null ? Fault.none() : faults.take(operation);
    try {
      return handle(exchange, operation, fault);
    } catch (IOException | UncheckedIOException e) {
      log.add(call(exchange, operation, 0, fault, false));
      throw e;
    }
  }

  private Response handle(Exchange exchange, @Nullable String operation, Fault fault)
      throws IOException {
    Instant arrival = clock.instant();
    if (fault instanceof Fault.Drop drop && isBeforeResponse(drop.stage())) {
      return dropBeforeResponse(exchange, operation, drop);
    }
    String requestId = "req_" + ids.next();
    Outcome outcome = outcome(exchange, fault, requestId);
    exchange.body().transferTo(OutputStream.nullOutputStream());
    if (outcome.accepted()) {
      log.accepted(operation);
    }
    Reply.Cut cut = fault instanceof Fault.Drop drop ? cut(drop.stage()) : null;
    int status = cut == Reply.Cut.BEFORE ? 0 : outcome.reply().status();
    log.add(call(exchange, operation, status, fault, outcome.accepted()));
    if (fault instanceof Fault.Delay delay) {
      awaitUntil(arrival.plus(delay.time()));
    }
    return new Response(outcome.reply().header("x-extend-request-id", requestId), cut);
  }

  private record Outcome(Reply reply, boolean accepted) {}

  private Outcome outcome(Exchange exchange, Fault fault, String requestId) throws IOException {
    if (fault instanceof StatusFault status) {
      boolean accepted = status.isAccepting() && isSuccess(api.handle(exchange, requestId));
      return new Outcome(statusReply(status, exchange, requestId), accepted);
    }
    Reply reply = api.handle(exchange, requestId);
    return new Outcome(distorted(reply, fault), isSuccess(reply));
  }

  private Reply distorted(Reply reply, Fault fault) {
    if (fault instanceof Fault.TruncatedBody) {
      return reply.halved();
    }
    if (fault instanceof Fault.MalformedJson) {
      return reply.malformed();
    }
    if (fault instanceof Fault.WrongContentType wrong) {
      return reply.header("Content-Type", wrong.contentType());
    }
    if (fault instanceof Fault.UnknownValue unknown) {
      return reply.withJson(
          json -> Distortion.withValue(json, unknown.property(), unknown.value()));
    }
    if (fault instanceof Fault.ExtraFields) {
      return reply.withJson(Distortion::withExtraFields);
    }
    if (fault instanceof Fault.SlowBody slow) {
      Duration pause = slow.time().dividedBy(SLOW_PIECES - 1L);
      Instant start = clock.instant();
      return reply.inPieces(
          SLOW_PIECES, piece -> awaitUntil(start.plus(pause.multipliedBy(piece))));
    }
    return reply;
  }

  private static boolean isSuccess(Reply reply) {
    return reply.status() < 300;
  }

  private Response dropBeforeResponse(
      Exchange exchange, @Nullable String operation, Fault.Drop drop) throws IOException {
    if (drop.stage() == Stage.REQUEST_BODY) {
      long length = exchange.bodyLength();
      long half = length < 0 ? 1 : length / 2;
      for (long left = half; left > 0; left--) {
        exchange.body().read();
      }
    }
    log.add(call(exchange, operation, 0, drop, false));
    return new Response(null, null);
  }

  private RecordedCall call(
      Exchange exchange, @Nullable String operation, int status, Fault fault, boolean accepted) {
    return new RecordedCall(
        clock.instant(),
        exchange.method(),
        exchange.target(),
        operation,
        CallLog.headers(exchange),
        exchange.bodyBytesRead(),
        status,
        fault instanceof Fault.None ? null : fault.toString(),
        accepted);
  }

  private static Reply statusReply(StatusFault fault, Exchange exchange, String requestId) {
    String body = fault.body();
    Reply reply =
        body == null
            ? ErrorShape.injected(exchange, fault.status(), fault.isRetryable(), requestId)
            : Reply.text(fault.status(), "", body);
    for (Map.Entry<String, String> header : fault.headers().entrySet()) {
      reply = reply.header(header.getKey(), header.getValue());
    }
    return reply;
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

  private static boolean isBeforeResponse(Stage stage) {
    return stage == Stage.REQUEST_START || stage == Stage.REQUEST_BODY;
  }

  private static Reply.@Nullable Cut cut(Stage stage) {
    return switch (stage) {
      case REQUEST_START, REQUEST_BODY -> null;
      case RESPONSE_START -> Reply.Cut.BEFORE;
      case RESPONSE_BODY -> Reply.Cut.INSIDE;
      case RESPONSE_END -> Reply.Cut.AFTER;
    };
  }
}
