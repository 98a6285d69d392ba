package io.github.extendclient;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The deployments of the vendor. Each has its own keys and data.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/api-reference/deployments">Deployments</a>
 */
public enum Region {
  /** United States, the default. */
  US("us", "https://api.extend.ai"),
  /** The second deployment in the United States, under another top-level domain. */
  US2("us2", "https://api.us2.extend.app"),
  /** European Union. */
  EU("eu", "https://api.eu1.extend.ai");

  private final String id;
  private final String baseUrl;

  Region(String id, String baseUrl) {
    this.id = id;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns the region with a name.
   *
   * @param name {@code us}, {@code us2} or {@code eu}
   * @return the region
   * @throws IllegalArgumentException if there is no such region
   */
  public static Region of(String name) {
    for (Region region : values()) {
      if (region.id.equals(name)) {
        return region;
      }
    }
    throw new IllegalArgumentException(
        "Unknown region \""
            + name
            + "\": use "
            + Arrays.stream(values()).map(Region::id).collect(Collectors.joining(", "))
            + ", or baseUrl(...) for another deployment.");
  }

  /**
   * Returns the name, as in {@code EXTEND_REGION}.
   *
   * @return a name such as {@code us2}
   */
  public String id() {
    return id;
  }

  /**
   * Returns the base URL of the region's API.
   *
   * @return a URL without a trailing slash
   */
  public String baseUrl() {
    return baseUrl;
  }
}
