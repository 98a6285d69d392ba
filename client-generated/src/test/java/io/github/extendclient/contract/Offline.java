package io.github.extendclient.contract;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Headers;

/**
 * Retrofit as the extension module sets it up, but without its checks, and with a response in place
 * of the network.
 */
public final class Offline {
  private static final MediaType JSON = MediaType.get("application/json");

  private final List<Request> sent = new ArrayList<>();
  private final Retrofit retrofit;
  private volatile String body = "{}";

  /**
   * Responds to all calls of the interfaces that it makes.
   *
   * @param models reads and writes the models
   */
  public Offline(JsonAdapter.Factory models) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  sent.add(chain.request());
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(200)
                      .message("OK")
                      .body(ResponseBody.create(body, JSON))
                      .build();
                })
            .build();
    retrofit = retrofit(models, client, "https://api.example/v1/");
  }

  /**
   * Retrofit with converters for JSON and blocking methods.
   *
   * @param models reads and writes the models
   * @param client sends the requests
   * @param baseUrl ends with a slash
   * @return checks all methods of an interface at once
   */
  public static Retrofit retrofit(JsonAdapter.Factory models, OkHttpClient client, String baseUrl) {
    return new Retrofit.Builder()
        .baseUrl(baseUrl)
        .client(client)
        .validateEagerly(true)
        .addConverterFactory(new JsonConverters(new Moshi.Builder().add(models).build()))
        .addCallAdapterFactory(new Blocking())
        .build();
  }

  /**
   * The implementation of an interface, all of whose methods are checked at once.
   *
   * @param <T> the interface
   * @param api the interface
   * @return its implementation
   */
  public <T> T create(Class<T> api) {
    return retrofit.create(api);
  }

  /**
   * Sets the body of the next responses.
   *
   * @param json the body
   * @return this
   */
  public Offline respond(String json) {
    body = json;
    return this;
  }

  /**
   * The requests so far.
   *
   * @return in the order in which they were sent
   */
  public List<Request> sent() {
    return sent;
  }

  /**
   * The body of a request.
   *
   * @param request what would be sent
   * @return its text
   */
  public static String body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return "";
    }
    Buffer buffer = new Buffer();
    try {
      body.writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  private static final class JsonConverters extends Converter.Factory {
    private final Moshi moshi;

    JsonConverters(Moshi moshi) {
      this.moshi = moshi;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      if (Arrays.stream(annotations).anyMatch(Headers.class::isInstance)) {
        return ResponseBody::string;
      }
      JsonAdapter<?> adapter = moshi.adapter(type);
      return body -> adapter.fromJson(body.source());
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
        Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
      JsonAdapter<Object> adapter = moshi.adapter(type);
      return value -> RequestBody.create(adapter.toJson(value), JSON);
    }
  }

  private static final class Blocking extends CallAdapter.Factory {
    @Override
    public @Nullable CallAdapter<?, ?> get(
        Type returnType, Annotation[] annotations, Retrofit retrofit) {
      Class<?> raw = getRawType(returnType);
      return raw == Call.class || raw == CompletableFuture.class
          ? null
          : new BlockingAdapter(returnType);
    }
  }

  private record BlockingAdapter(Type responseType)
      implements CallAdapter<Object, @Nullable Object> {
    @Override
    public @Nullable Object adapt(Call<Object> call) {
      try {
        return call.execute().body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
