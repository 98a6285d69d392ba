package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.POST;
import retrofit2.http.Path;

class AnnotatedRouterTest {
  private static final List<String> DELETABLE =
      List.of(
          "file_",
          "pr_",
          "exr_",
          "clr_",
          "splr_",
          "edr_",
          "workflow_run_",
          "wh_",
          "whes_",
          "evi_",
          "dpr_",
          "parser_run_",
          "edit_run_");

  @Test
  void knowsTheDeleteOperationsOfBothVersions() {
    try (ExtendClient extend = ExtendClient.builder().apiKey("sk_1").build()) {
      Router router = new AnnotatedRouter(List.of(extend, extend.v20250421()));
      Map<String, String> names = new TreeMap<>();
      for (String prefix : DELETABLE) {
        names.put(prefix, nameOf(router.route(prefix + "1")));
      }

      assertThat(names)
          .containsExactlyInAnyOrderEntriesOf(
              Map.ofEntries(
                  Map.entry("file_", "DELETE /files/{id} (2026-02-09)"),
                  Map.entry("pr_", "DELETE /parse_runs/{id} (2026-02-09)"),
                  Map.entry("exr_", "DELETE /extract_runs/{id} (2026-02-09)"),
                  Map.entry("clr_", "DELETE /classify_runs/{id} (2026-02-09)"),
                  Map.entry("splr_", "DELETE /split_runs/{id} (2026-02-09)"),
                  Map.entry("edr_", "DELETE /edit_runs/{id} (2026-02-09)"),
                  Map.entry("workflow_run_", "DELETE /workflow_runs/{id} (2026-02-09)"),
                  Map.entry("wh_", "DELETE /webhook_endpoints/{id} (2026-02-09)"),
                  Map.entry("whes_", "DELETE /webhook_subscriptions/{id} (2026-02-09)"),
                  Map.entry("evi_", "DELETE /evaluation_set_items/{id} (2025-04-21)"),
                  Map.entry("dpr_", "DELETE /processor_runs/{id} (2025-04-21)"),
                  Map.entry("parser_run_", "DELETE /parser_runs/{id} (2025-04-21)"),
                  Map.entry("edit_run_", "DELETE /edit_runs/{id} (2025-04-21)")));
    }
  }

  @Test
  void knowsWhatCannotBeDeleted() {
    try (ExtendClient extend = ExtendClient.builder().apiKey("sk_1").build()) {
      Router router = new AnnotatedRouter(List.of(extend, extend.v20250421()));

      for (String prefix : List.of("ex_", "workflow_", "ev_")) {
        assertThat(router.route(prefix + "1"))
            .isEqualTo(
                new Refusal(
                    "No operation deletes by an ID alone that starts with " + prefix + "."));
      }
      assertThat(router.route("zz_1"))
          .isEqualTo(new Refusal("It does not start with a known prefix."));
    }
  }

  private static String nameOf(Routing routing) {
    return routing instanceof Route route ? route.name() : routing.toString();
  }

  @ApiVersion("new")
  public interface NewApi {
    @Operation(id = "d", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("a/{id}")
    String delete(@Path("id") @IdPrefix({"a_", "b_", "c_"}) String id);

    @Operation(id = "o", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("old/{id}")
    @Deprecated
    String old(@Path("id") @IdPrefix("d_") String id);

    @Operation(id = "b", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("b/{id}")
    String deleteB(@Path("id") @IdPrefix({"b_", "x_"}) String id);

    @Operation(id = "c", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("c/{id}")
    String deleteC(@Path("id") @IdPrefix({"a_"}) String id);

    @Operation(id = "p", idempotent = false, category = RateLimitCategory.WRITE)
    @POST("p/{id}/cancel")
    String cancel(@Path("id") @IdPrefix("p_") String id);

    @Operation(id = "s", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("s/{id}")
    CompletableFuture<String> deleteAsync(@Path("id") @IdPrefix("s_") String id);

    @Operation(id = "s", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("s/{id}")
    Call<String> deleteCall(@Path("id") @IdPrefix("s_") String id);

    String deleteUnknown(String id);
  }

  @ApiVersion("old")
  public interface OldApi {
    @Operation(id = "d", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("a_long/{id}")
    String delete(@Path("id") @IdPrefix({"a_long_", "a_", "d_"}) String id);

    @Operation(id = "t", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("t/{id}")
    String throwing(@Path("id") @IdPrefix("t_") String id) throws IOException;
  }

  /** Accessors like those of the generated classes. */
  public static final class NewAccessors {
    private final List<String> called = new ArrayList<>();

    /** The interface. */
    public NewApi api() {
      return new NewApi() {
        @Override
        public String delete(String id) {
          called.add("a:" + id);
          return id;
        }

        @Override
        @Deprecated
        public String old(String id) {
          called.add("old:" + id);
          return id;
        }

        @Override
        public String deleteB(String id) {
          called.add("b:" + id);
          return id;
        }

        @Override
        public String deleteC(String id) {
          called.add("c:" + id);
          return id;
        }

        @Override
        public String cancel(String id) {
          throw new AssertionError();
        }

        @Override
        public CompletableFuture<String> deleteAsync(String id) {
          throw new AssertionError();
        }

        @Override
        public Call<String> deleteCall(String id) {
          throw new AssertionError();
        }

        @Override
        public String deleteUnknown(String id) {
          throw new AssertionError();
        }
      };
    }

    /** Not to be called, as it makes something by a name. */
    public NewApi api(String name) {
      throw new AssertionError(name);
    }

    /** Never called: only its annotations are read. */
    public static NewApi shared() {
      throw new AssertionError();
    }
  }

  /** Accessors of the previous API version. */
  public static final class OldAccessors {
    /** The interface. */
    public OldApi api() {
      return new OldApi() {
        @Override
        public String delete(String id) {
          throw new IllegalArgumentException("bad " + id);
        }

        @Override
        public String throwing(String id) throws IOException {
          throw new IOException("no");
        }
      };
    }
  }

  private final NewAccessors accessors = new NewAccessors();
  private final Router router = new AnnotatedRouter(List.of(accessors, new OldAccessors()));

  private String routeOf(String id) {
    return nameOf(router.route(id));
  }

  @Test
  void prefersWhatIsNotDeprecatedThenTheFirstVersion() {
    assertThat(routeOf("d_1")).isEqualTo("DELETE /a_long/{id} (old)");
    assertThat(routeOf("a_1")).endsWith("(new)");
  }

  @Test
  void prefersTheDocumentedPrefixThenTheMostSpecificOperation() {
    assertThat(routeOf("b_1")).isEqualTo("DELETE /b/{id} (new)");
    assertThat(routeOf("c_1")).isEqualTo("DELETE /a/{id} (new)");
    assertThat(routeOf("a_1")).isEqualTo("DELETE /c/{id} (new)");
  }

  @Test
  void takesTheLongestPrefix() {
    assertThat(routeOf("a_long_1")).isEqualTo("DELETE /a_long/{id} (old)");
  }

  @Test
  void readsTheBlockingFormOfDeleteOperationsOnly() {
    for (String prefix : List.of("p_", "s_")) {
      assertThat(router.route(prefix + "1"))
          .isEqualTo(
              new Refusal("No operation deletes by an ID alone that starts with " + prefix + "."));
    }
  }

  @Test
  void callsTheOperation() {
    ((Route) router.route("a_1")).delete().accept("a_1");

    assertThat(accessors.called).containsExactly("c:a_1");
  }

  @Test
  void throwsWhatTheOperationThrows() {
    assertThatThrownBy(() -> ((Route) router.route("a_long_1")).delete().accept("a_long_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad a_long_1");
    assertThatThrownBy(() -> ((Route) router.route("t_1")).delete().accept("t_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IOException.class);
  }
}
