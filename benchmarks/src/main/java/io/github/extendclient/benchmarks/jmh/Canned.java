package io.github.extendclient.benchmarks.jmh;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Responds to every call at once and without a network. */
final class Canned implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Buffer body;

  private Canned(byte[] body) {
    this.body = new Buffer().write(body);
  }

  static OkHttpClient client(byte[] body) {
    return new OkHttpClient.Builder().addInterceptor(new Canned(body)).build();
  }

  @Override
  public Response intercept(Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(body.clone(), JSON, body.size()))
        .build();
  }
}
