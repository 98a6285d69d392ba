package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.TransportException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A connection that dies at every point of an exchange, on a fresh connection and on one from the
 * pool, for every class of operation. What counts is how many requests the server saw.
 */
class SocketFaultTest {
  private enum Point {
    REQUEST_START,
    REQUEST_BODY,
    RESPONSE_START,
    RESPONSE_BODY,
    RESPONSE_END
  }

  /** What the client did before the fault. */
  private enum Before {
    NOTHING,
    /** A call that left its connection in the pool. */
    ANOTHER_CALL,
    /** A first attempt of the same call, which the server rejected. */
    AN_ATTEMPT
  }

  private enum OperationClass {
    READ,
    DELETE,
    CREATE,
    UPLOAD;

    Thing call(ThingsApi things) {
      return switch (this) {
        case READ -> things.get("th_1");
        case DELETE -> things.delete("th_1");
        case CREATE -> things.create(new Thing("x".repeat(100_000), 1));
        case UPLOAD -> things.upload(Upload.of("a.txt", new byte[100_000]).toPart("file"), null);
      };
    }

    boolean isRepeatable() {
      return this == READ || this == DELETE;
    }
  }

  private final MockWebServer server = PromptSockets.mockServer();
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    server.start();
    client = TestClient.to(server);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(OperationClass.values())
        .flatMap(
            operation ->
                Stream.of(Point.values())
                    .flatMap(
                        point ->
                            Stream.of(Before.values())
                                .map(before -> Arguments.of(operation, point, before))));
  }

  @ParameterizedTest(name = "{0} at {1} after {2}")
  @MethodSource("faults")
  void requestsThatMayHaveBeenAcceptedAreNotRetried(
      OperationClass operation, Point point, Before before) {
    int earlier = before == Before.NOTHING ? 0 : 1;
    if (before == Before.ANOTHER_CALL) {
      server.enqueue(TestClient.ok());
      client.things().get("th_0");
    } else if (before == Before.AN_ATTEMPT) {
      server.enqueue(TestClient.status(429));
    }
    server.enqueue(fault(point));
    server.enqueue(TestClient.ok());
    server.enqueue(TestClient.ok());

    if (neverHits(operation, point, before)) {
      assertThat(operation.call(client.things()).name()).isEqualTo("a");
      assertThat(requestsSince(earlier, 1)).isEqualTo(1);
      return;
    }
    if (operation.isRepeatable()) {
      assertThat(operation.call(client.things()).name()).isEqualTo("a");
      assertThat(requestsSince(earlier, 2)).isEqualTo(2);
      return;
    }
    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> operation.call(client.things()));
    if (point == Point.REQUEST_START && failure == null) {
      // The end of the new connection was there before the first byte was written. The server
      // counts that connection as a request.
      assertThat(requestsSince(earlier, 2)).isEqualTo(2);
      return;
    }
    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure.call().attempts()).isEqualTo(before == Before.AN_ATTEMPT ? 2 : 1);
    assertThat(requestsSince(earlier, 1)).isEqualTo(1);
  }

  /** Returns whether the response arrives anyway. */
  private static boolean neverHits(OperationClass operation, Point point, Before before) {
    return switch (point) {
      case REQUEST_START -> before != Before.NOTHING; // applied to new connections only
      case REQUEST_BODY -> operation.isRepeatable(); // which have no body
      case RESPONSE_START, RESPONSE_BODY -> false;
      case RESPONSE_END -> true; // found out by the next call
    };
  }

  @ParameterizedTest(name = "{0} on a connection that died in the pool")
  @EnumSource(OperationClass.class)
  void aDeadConnectionFromThePoolNeverCausesASecondRequest(OperationClass operation) {
    server.enqueue(fault(Point.RESPONSE_END));
    client.things().get("th_0");
    server.enqueue(TestClient.ok());

    // Whether the death is noticed before the request is written is a matter of chance.
    Throwable failure = catchThrowable(() -> operation.call(client.things()));

    if (failure == null) {
      assertThat(requestsSince(0, 2)).isEqualTo(2);
    } else {
      assertThat(operation.isRepeatable()).isFalse();
      assertThat(failure)
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isTrue());
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  /** Waits until the server has counted what it read, which it does after reading it. */
  private int requestsSince(int before, int expected) {
    try {
      for (int i = 0; i < before + expected; i++) {
        server.takeRequest(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return server.getRequestCount() - before;
  }

  @ParameterizedTest(name = "every attempt of {0} dies")
  @MethodSource("repeatable")
  void attemptsAreLimited(OperationClass operation) {
    for (int i = 0; i < 5; i++) {
      server.enqueue(fault(Point.RESPONSE_START));
    }

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> operation.call(client.things()));

    assertThat(failure.call().attempts()).isEqualTo(3);
    assertThat(failure.mayHaveBeenAccepted()).isEqualTo(operation == OperationClass.DELETE);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  static List<OperationClass> repeatable() {
    return List.of(OperationClass.READ, OperationClass.DELETE);
  }

  private static MockResponse fault(Point point) {
    SocketEffect close = new SocketEffect.CloseSocket();
    MockResponse.Builder builder = TestClient.ok().newBuilder();
    return (switch (point) {
          case REQUEST_START -> builder.onRequestStart(close);
          case REQUEST_BODY -> builder.onRequestBody(close);
          case RESPONSE_START -> builder.onResponseStart(close);
          case RESPONSE_BODY -> builder.onResponseBody(close);
          case RESPONSE_END -> builder.onResponseEnd(close);
        })
        .build();
  }
}
