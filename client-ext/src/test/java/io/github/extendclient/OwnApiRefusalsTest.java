package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RateLimitCategory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** Interfaces that cannot be part of the client. */
class OwnApiRefusalsTest extends ClientFixture {
  @ApiVersion("2026-02-09")
  static final class AClass {}

  interface WithoutVersion {
    @GET("files")
    JsonValue list();
  }

  @ApiVersion(" ")
  interface BlankVersion {}

  @ApiVersion("2026-02-09")
  interface WithoutMethods {
    default void nothing() {}
  }

  @ApiVersion("2026-02-09")
  interface WithoutOperation {
    @GET("files")
    JsonValue list();
  }

  @ApiVersion("2026-02-09")
  interface WithoutRequest {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    JsonValue list();
  }

  @ApiVersion("2026-02-09")
  interface WrongTimeout {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET, timeout = "5 minutes")
    @GET("files")
    JsonValue list();
  }

  @ApiVersion("2026-02-09")
  interface AnotherHost {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET("//example.com/files")
    JsonValue list();
  }

  @ApiVersion("2026-02-09")
  interface AnyUrl {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET
    JsonValue get(@Url String url);
  }

  @ApiVersion("2026-02-09")
  interface UncheckedId {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET("files")
    JsonValue list(@IdPrefix("file_") @Query("id") String id);
  }

  record Hidden(String id) {}

  @ApiVersion("2026-02-09")
  interface HiddenDefault {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET("files")
    JsonValue list();

    default JsonValue all() {
      return list();
    }
  }

  @ApiVersion("2026-02-09")
  interface HiddenRecord {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET("files")
    CompletableFuture<List<Hidden>> list();
  }

  @ApiVersion("2026-02-09")
  interface Unreadable {
    @Operation(id = "x", idempotent = true, category = RateLimitCategory.GET)
    @GET("files")
    Thread list();
  }

  @Test
  void anUnsupportedInterfaceIsRefused() {
    assertRefused(
        AClass.class,
        AClass.class.getName()
            + " is not an interface: give one whose methods have Retrofit's annotations and"
            + " @Operation.");
    assertRefused(
        WithoutVersion.class,
        WithoutVersion.class.getName()
            + " has no @ApiVersion annotation: add one such as @ApiVersion(\"2026-02-09\"), so that"
            + " each request names the API version.");
    assertRefused(
        BlankVersion.class,
        BlankVersion.class.getName()
            + " has a blank @ApiVersion: add one such as @ApiVersion(\"2026-02-09\"), so that each"
            + " request names the API version.");
    assertRefused(
        WithoutMethods.class,
        WithoutMethods.class.getName()
            + " has no method that sends a request: declare one with @GET, @POST or the like.");
    assertRefused(
        WithoutOperation.class,
        "WithoutOperation.list has no @Operation annotation: add one, so that the client knows"
            + " whether the request may be sent twice.");
    assertRefused(
        WithoutRequest.class,
        "WithoutRequest.list has no HTTP annotation of Retrofit: add one such as @GET(\"files\"),"
            + " or make it a default method.");
    assertRefused(
        WrongTimeout.class,
        "WrongTimeout.list has the timeout \"5 minutes\": give a duration of ISO 8601 such as"
            + " PT330S, or leave it out.");
    assertRefused(
        AnotherHost.class,
        "AnotherHost.list has an absolute URL, to which the API key would be sent: give a path.");
    assertRefused(
        AnyUrl.class,
        "AnyUrl.get takes a URL, to which the API key would be sent: take parts of the path with"
            + " @Path.");
    assertRefused(
        UncheckedId.class,
        "UncheckedId.list has @IdPrefix on a parameter that would not be checked: IDs are checked"
            + " in a String with @Path.");
    assertRefused(
        HiddenRecord.class,
        "HiddenRecord.list uses the record "
            + Hidden.class.getName()
            + ", which is not public: make it public.");
    assertRefused(
        HiddenDefault.class,
        HiddenDefault.class.getName()
            + " has the default method all, which Retrofit can only call in a public interface:"
            + " make it public.");
    assertRefused(
        Unreadable.class,
        "Unable to create converter for class java.lang.Thread\n    for method Unreadable.list");
  }

  private void assertRefused(Class<?> api, String message) {
    assertThatThrownBy(() -> extend.api(api))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
