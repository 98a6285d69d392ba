package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import okhttp3.ResponseBody;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** An operation as the generator writes it, except that its response is bytes. */
@ApiVersion("2026-02-09")
public interface BytesApi {
  /** Returns the response, which the caller closes. */
  @Operation(id = "files_retrieve", idempotent = true, category = RateLimitCategory.GET)
  @GET("files/{id}")
  ResponseBody retrieve(@IdPrefix({"file_"}) @Path("id") String id);
}
