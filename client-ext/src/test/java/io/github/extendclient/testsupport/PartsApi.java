package io.github.extendclient.testsupport;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** A second resource, of the previous API version; its prefix begins like that of the first. */
@ApiVersion("2025-04-21")
public interface PartsApi {
  @Operation(id = "parts_get", idempotent = true, category = RateLimitCategory.GET)
  @GET("parts/{partId}")
  Thing get(@Path("partId") @IdPrefix("th_part_") String id);

  @Operation(id = "parts_delete", idempotent = true, category = RateLimitCategory.WRITE)
  @DELETE("parts/{partId}")
  Thing delete(@Path("partId") @IdPrefix("th_part_") String id);
}
