package io.github.extendclient.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.runtime.RunOperations;
import io.github.extendclient.v20260209.api.EditRunsApi;
import io.github.extendclient.v20260209.api.FilesApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

class RunMethodsTest {
  /** Names that no generated interface has. */
  interface Scans {
    @Operation(id = "scans_begin", idempotent = false, category = RateLimitCategory.RUN)
    @RunOperations(
        file = "sheet",
        list = "scans_browse",
        retrieve = "scans_look",
        delete = "scans_purge")
    @POST("scans")
    String begin(@Body String body);

    @Operation(id = "scans_browse", idempotent = true, category = RateLimitCategory.GET)
    @GET("scans")
    String browse(@QueryMap Map<String, String> params);

    @Operation(id = "scans_look", idempotent = true, category = RateLimitCategory.GET)
    @GET("scans/{id}")
    String look(@IdPrefix("scan_") @Path("id") String id);

    @Operation(id = "scans_purge", idempotent = true, category = RateLimitCategory.WRITE)
    @DELETE("scans/{id}")
    String purge(@IdPrefix("scan_") @Path("id") String id);
  }

  /** Names an operation to read runs that it does not have. */
  interface Incomplete {
    @Operation(id = "scans_begin", idempotent = false, category = RateLimitCategory.RUN)
    @RunOperations(file = "sheet", list = "scans_begin", retrieve = "scans_look")
    @POST("scans")
    String begin(@Body String body);
  }

  @Test
  void methodsAreFoundByTheOperationsThatTheAnnotationNames() {
    RunMethods methods = RunMethods.of(Scans.class);

    assertThat(methods.create().method().getName()).isEqualTo("begin");
    assertThat(methods.file()).isEqualTo("sheet");
    assertThat(methods.list().method().getName()).isEqualTo("browse");
    assertThat(methods.retrieve().method().getName()).isEqualTo("look");
    assertThat(methods.delete())
        .isNotNull()
        .extracting(method -> method.method().getName())
        .isEqualTo("purge");
  }

  @Test
  void theMethodWithoutOptionalParametersReadsARun() {
    RunMethods methods = RunMethods.of(EditRunsApi.class);

    assertThat(methods.create().operation().id()).isEqualTo("editRuns_create");
    assertThat(methods.retrieve().method().getParameterTypes()).containsExactly(String.class);
    assertThat(methods.list().method().getParameterTypes())
        .containsExactly(EditRunsApi.ListParams.class);
  }

  @Test
  void anInterfaceWithoutTheAnnotationIsRefused() {
    assertThatThrownBy(() -> RunMethods.of(FilesApi.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FilesApi has no method with @RunOperations that takes a body and nothing else: give an"
                + " interface whose runs work on one document and are listed, such as that of parse"
                + " runs.");
  }

  @Test
  void anAnnotatedOperationThatIsMissingIsNamed() {
    assertThatThrownBy(() -> RunMethods.of(Incomplete.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The @RunOperations of Incomplete name the operation scans_look, but no method of the"
                + " interface sends it with an ID, or with optional parameters for a list, as its"
                + " only parameter.");
  }
}
