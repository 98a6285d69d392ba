package io.github.extendclient.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

class CatalogTest {
  @ApiVersion("2026-02-09")
  interface Api {
    @Operation(id = "a", idempotent = true, category = RateLimitCategory.GET, timeout = "PT330S")
    @GET("a/{id}?expand=all")
    String get(@Path("id") @IdPrefix({"a_", "b_"}) String id);

    @Operation(id = "b", idempotent = false, category = RateLimitCategory.RUN)
    @POST("/b")
    CompletableFuture<String> post();

    @Operation(id = "c", idempotent = true, category = RateLimitCategory.WRITE)
    @PUT("c")
    Call<String> put();

    @Operation(id = "d", idempotent = true, category = RateLimitCategory.WRITE)
    @PATCH("d")
    String patch();

    @Operation(id = "e", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("e/{id}/{other}")
    @Deprecated
    String delete(
        @Path("id") @IdPrefix(value = "e_", or = "draft") String id, @Path("other") String other);

    @Operation(id = "f", idempotent = true, category = RateLimitCategory.WRITE)
    @HTTP(method = "DELETE", path = "f", hasBody = true)
    String deleteWithBody();

    @GET("g")
    String noOperation();

    default String twice() {
      return get("a_1") + get("a_1");
    }
  }

  abstract static class Root {
    abstract Api hidden();

    public abstract Api things();

    public abstract Api named(String name);

    public abstract String text();

    public static Api shared() {
      throw new AssertionError();
    }
  }

  private static ApiMethod method(String name) {
    return Catalog.methodsOf(Api.class).stream()
        .filter(method -> method.method().getName().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void methodAndPathComeFromRetrofit() {
    assertThat(Catalog.methodsOf(Api.class))
        .extracting(method -> method.operation().name())
        .containsExactly(
            "DELETE /e/{id}/{other}", "DELETE /f", "GET /a/{id}", "PATCH /d", "POST /b", "PUT /c");
  }

  @Test
  void otherFactsComeFromTheOperationAnnotation() {
    assertThat(method("get").operation())
        .isEqualTo(
            new ApiOperation(
                "a", "GET", "/a/{id}", true, RateLimitCategory.GET, Duration.ofSeconds(330)));
    assertThat(method("post").operation())
        .isEqualTo(new ApiOperation("b", "POST", "/b", false, RateLimitCategory.RUN, null));
  }

  @Test
  void pathParametersWithPrefixesAreIds() {
    IdParameter id = method("get").ids().get(0);

    assertThat(id).isEqualTo(new IdParameter("id", List.of("a_", "b_"), null));
    assertThat(method("get").takesOnlyAnId()).isTrue();
    assertThat(method("delete").ids()).hasSize(1);
    assertThat(method("delete").ids().get(0).others()).hasToString("draft");
    assertThat(method("delete").takesOnlyAnId()).isFalse();
  }

  @Test
  void theFormsAreToldApart() {
    assertThat(method("get").isBlocking()).isTrue();
    assertThat(method("post").isBlocking()).isFalse();
    assertThat(method("put").isBlocking()).isFalse();
  }

  @Test
  void deprecationIsKnown() {
    assertThat(method("delete").isDeprecated()).isTrue();
    assertThat(method("get").isDeprecated()).isFalse();
  }

  @Test
  void accessorsArePublicMethodsWithoutParametersThatReturnAnInterface() {
    assertThat(Catalog.accessorsOf(Root.class))
        .extracting(accessor -> accessor.getName())
        .containsExactly("things");
  }

  @Test
  void aMethodWithoutOperationIsNamed() throws NoSuchMethodException {
    assertThatThrownBy(() -> ApiOperation.of(Api.class.getMethod("noOperation")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "public abstract java.lang.String"
                + " io.github.extendclient.internal.catalog.CatalogTest$Api.noOperation() has no"
                + " @Operation annotation beside Retrofit's: add one, so that the client knows"
                + " whether the request may be sent twice.");
  }
}
