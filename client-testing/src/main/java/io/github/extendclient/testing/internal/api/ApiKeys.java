package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Checks the API key of requests.
 *
 * @param apiKey of the one workspace
 * @param organizationKey has to come with the workspace, {@code null} for no such key
 */
public record ApiKeys(String apiKey, @Nullable String organizationKey) {
  /** The ID of the one workspace. */
  public static final String WORKSPACE = "ws_embedded";

  private static final String BEARER = "Bearer ";
  private static final String WORKSPACE_HEADER = "x-extend-workspace-id";

  public void check(Request request) {
    String authorization = request.header("Authorization");
    if (authorization == null) {
      throw ApiException.unauthorized(
          "The header Authorization is missing: send \"Bearer \" and an API key.");
    }
    // The names of schemes have no case.
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw ApiException.unauthorized(
          "The header Authorization is malformed: send \"Bearer \" and an API key.");
    }
    String given = authorization.substring(BEARER.length()).strip();
    boolean forOrganization = organizationKey != null && isSame(given, organizationKey);
    if (!forOrganization && !isSame(given, apiKey)) {
      throw ApiException.unauthorized("The API key is not valid.");
    }
    String workspace = request.header(WORKSPACE_HEADER);
    if (workspace == null && forOrganization) {
      throw ApiException.invalidRequest(
          "The header "
              + WORKSPACE_HEADER
              + " is missing: a key of an organization needs it, send "
              + WORKSPACE
              + ".");
    }
    if (workspace != null && !workspace.equals(WORKSPACE)) {
      throw ApiException.forbidden(
          "The API key gives no access to the workspace "
              + workspace
              + "; the one workspace here is "
              + WORKSPACE
              + ".");
    }
  }

  private static boolean isSame(String given, String key) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ApiKeys{keys hidden}";
  }
}
