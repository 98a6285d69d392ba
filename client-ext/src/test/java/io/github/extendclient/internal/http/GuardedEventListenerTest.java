package io.github.extendclient.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.extendclient.testsupport.CapturedLog;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.logging.Level;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedEventListenerTest {
  private static final String WARNING =
      "WARNING The event listener of the HTTP client failed; the call goes on.";

  private final Call call =
      new OkHttpClient().newCall(new Request.Builder().url("http://localhost/").build());

  /** A new version of OkHttp may have more. */
  static Stream<Method> events() {
    return Stream.of(EventListener.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isFinal(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventIsForwarded(Method event) throws NoSuchMethodException {
    assertThat(
            GuardedEventListener.class
                .getDeclaredMethod(event.getName(), event.getParameterTypes())
                .getDeclaringClass())
        .isEqualTo(GuardedEventListener.class);
  }

  @Test
  void onlyTheFirstFailureOfACallIsLogged() {
    EventListener guarded =
        GuardedEventListener.over(
                its ->
                    new EventListener() {
                      @Override
                      public void callStart(Call its) {
                        throw new NoSuchMethodError("no such counter");
                      }
                    })
            .create(call);

    try (CapturedLog log = new CapturedLog("io.github.extendclient.calls", Level.WARNING)) {
      assertThatCode(
              () -> {
                guarded.callStart(call);
                guarded.callStart(call);
                guarded.callEnd(call);
              })
          .doesNotThrowAnyException();
      assertThat(log.lines()).containsExactly(WARNING);
    }
  }

  @Test
  void aFactoryThatFailsMeansNoListener() {
    try (CapturedLog log = new CapturedLog("io.github.extendclient.calls", Level.WARNING)) {
      EventListener guarded =
          GuardedEventListener.over(
                  its -> {
                    throw new IllegalStateException("no registry");
                  })
              .create(call);

      assertThat(guarded).isSameAs(EventListener.NONE);
      assertThat(log.lines()).containsExactly(WARNING);
    }
  }
}
