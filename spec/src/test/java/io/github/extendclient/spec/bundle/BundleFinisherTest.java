package io.github.extendclient.spec.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BundleFinisherTest {

  private static final String PATHS =
      """
      paths:
        /runs/{id}:
          get:
            description: Reads a run.
            operationId: runs_retrieve
          post:
            operationId: runs_update
      """;

  @Test
  void aMarkBecomesMethodAndPath() {
    assertThat(
            BundleFinisher.finish(
                PATHS + "text: \"{operation:runs_update}, then {operation:runs_retrieve}.\"\n"))
        .isEqualTo(PATHS + "text: \"`POST /runs/{id}`, then `GET /runs/{id}`.\"\n");
  }

  @Test
  void aMarkWithoutAnOperationIsRefused() {
    assertThatThrownBy(() -> BundleFinisher.finish(PATHS + "text: See {operation:runs_delete}.\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("{operation:runs_delete} names no operation of the document");
  }

  @Test
  void aDateGetsQuotes() {
    assertThat(
            BundleFinisher.finish(
                """
                a: 2026-02-09
                b:
                  - 2026-03-21T16:45:00Z
                  - - 2026-03-21
                c: since 2026-02-09
                d: "2026-02-09"
                """))
        .isEqualTo(
            """
            a: "2026-02-09"
            b:
              - "2026-03-21T16:45:00Z"
              - - "2026-03-21"
            c: since 2026-02-09
            d: "2026-02-09"
            """);
  }
}
