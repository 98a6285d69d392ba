package io.github.extendclient.benchmarks.jmh;

import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** The same operation, written for Retrofit alone. */
public interface PlainApi {
  /** The response as bytes. */
  @GET("files/{id}")
  Call<ResponseBody> retrieveBytes(@Path("id") String id);

  /** The response by hand-written adapters. */
  @GET("files/{id}")
  Call<HandWrittenFile> retrieve(@Path("id") String id);
}
