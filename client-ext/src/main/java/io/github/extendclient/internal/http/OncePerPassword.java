package io.github.extendclient.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Never repeats a user name and password that a proxy rejected, whatever the user's authenticator
 * returns, because directories lock accounts after some tries. Called by OkHttp while it connects.
 * A record, because OkHttp compares it to decide which connections can be shared.
 *
 * @param authenticator the user's authenticator
 */
record OncePerPassword(Authenticator authenticator) implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request next = authenticator.authenticate(route, response);
    String refused = response.request().header(HEADER);
    return next != null && refused != null && refused.equals(next.header(HEADER)) ? null : next;
  }
}
