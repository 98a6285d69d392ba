package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which tests share a server of the extension, and when it is closed. */
@ExtendWith(ExtendServerExtension.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
final class ExtendServerScopeTest {
  private static @Nullable ExtendServer ofFirstTest;
  private static @Nullable ExtendServer ofClass;

  @Nested
  @Order(1)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  final class OfATest {
    private final ExtendServer ofConstructor;
    private @Nullable ExtendServer ofBeforeEach;

    OfATest(ExtendServer server) {
      this.ofConstructor = server;
    }

    @BeforeEach
    void keep(ExtendServer server) {
      ofBeforeEach = server;
    }

    @Test
    @Order(1)
    void constructorAndMethodsHaveTheSameServer(ExtendServer server) {
      ofFirstTest = server;

      assertThat(server).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
    }

    @Test
    @Order(2)
    void nextTestHasAnotherServerAndTheFirstIsClosed(ExtendServer server) {
      assertThat(server).isNotSameAs(ofFirstTest);
      assertClosed(ofFirstTest);
    }
  }

  @Nested
  @Order(2)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class OfAClass {
    @BeforeAll
    void keep(ExtendServer server) {
      ofClass = server;
    }

    @Test
    void testsHaveTheServerOfBeforeAll(ExtendServer server) {
      assertThat(server).isSameAs(ofClass);
    }

    @Nested
    final class WithinIt {
      @Test
      void nestedClassesHaveTheServerOfBeforeAll(ExtendServer server) {
        assertThat(server).isSameAs(ofClass);
      }
    }
  }

  @Nested
  @Order(3)
  final class AfterTheClass {
    @Test
    void serverOfTheClassIsClosed() {
      assertClosed(ofClass);
    }
  }

  private static void assertClosed(@Nullable ExtendServer server) {
    assertThat(server).isNotNull();
    assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
  }

  private static void connect(ExtendServer server) throws IOException {
    new Socket(server.url().getHost(), server.url().getPort()).close();
  }
}
