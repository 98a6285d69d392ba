package io.github.extendclient.testsupport;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.util.concurrent.CompletableFuture;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Path;

/** An interface in the style of the generated ones: a read, a delete, a create and an upload. */
@ApiVersion("2026-02-09")
public interface ThingsApi {
  @Operation(id = "things_get", idempotent = true, category = RateLimitCategory.GET)
  @GET("things/{id}")
  Thing get(@Path("id") @IdPrefix({"th_", "thing_"}) String id);

  @Operation(id = "things_get", idempotent = true, category = RateLimitCategory.GET)
  @GET("things/{id}")
  CompletableFuture<Thing> getAsync(@Path("id") @IdPrefix({"th_", "thing_"}) String id);

  @Operation(id = "things_get", idempotent = true, category = RateLimitCategory.GET)
  @GET("things/{id}")
  Call<Thing> getCall(@Path("id") @IdPrefix({"th_", "thing_"}) String id);

  @Operation(id = "things_delete", idempotent = true, category = RateLimitCategory.WRITE)
  @DELETE("things/{id}")
  Thing delete(@Path("id") @IdPrefix({"th_", "thing_"}) String id);

  @Operation(id = "things_create", idempotent = false, category = RateLimitCategory.RUN)
  @Headers("Content-Type: application/json")
  @POST("things")
  Thing create(@Body Thing body);

  @Operation(id = "things_create", idempotent = false, category = RateLimitCategory.RUN)
  @Headers("Content-Type: application/json")
  @POST("things")
  CompletableFuture<Thing> createAsync(@Body Thing body);

  @Operation(id = "things_create", idempotent = false, category = RateLimitCategory.RUN)
  @Headers("Content-Type: application/json")
  @POST("things")
  Call<Thing> createCall(@Body Thing body);

  @Operation(id = "things_cancel", idempotent = false, category = RateLimitCategory.WRITE)
  @POST("things/{id}/cancel")
  Thing cancel(@Path("id") @IdPrefix({"th_", "thing_"}) String id);

  @Operation(
      id = "things_make",
      idempotent = false,
      category = RateLimitCategory.RUN,
      timeout = "PT330S")
  @POST("things/make")
  Thing make(@Body Thing body);

  @Operation(id = "things_upload", idempotent = false, category = RateLimitCategory.WRITE)
  @Multipart
  @POST("things/upload")
  Thing upload(@Part MultipartBody.Part file, @Part("password") @Nullable RequestBody password);

  @Operation(id = "things_upload", idempotent = false, category = RateLimitCategory.WRITE)
  @Multipart
  @POST("things/upload")
  CompletableFuture<Thing> uploadAsync(
      @Part MultipartBody.Part file, @Part("password") @Nullable RequestBody password);

  @Operation(id = "things_version", idempotent = true, category = RateLimitCategory.GET)
  @GET("things/{id}/versions/{version}")
  Thing version(
      @Path("id") @IdPrefix({"th_", "thing_"}) String id, @Path("version") String version);
}
