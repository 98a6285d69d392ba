package io.github.extendclient.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sends a user name and password that a proxy refused no second time, whatever the user's
 * authenticator says: directories lock an account after some tries. Called by OkHttp while it
 * connects. A record, because OkHttp compares it to find out which connections can be shared.
 *
 * @param authenticator the user's
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
