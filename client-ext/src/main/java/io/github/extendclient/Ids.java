package io.github.extendclient;

import java.util.Objects;

/**
 * Tells what an ID is by its prefix, without any network.
 *
 * <pre>{@code
 * System.out.println(Ids.describe("exr_Xj8mK2pL9nR4vT7qY5wZ"));
 * }</pre>
 */
public final class Ids {
  private Ids() {}

  /**
   * The resource of an ID and the operations that take it.
   *
   * @param id an ID or just its prefix; need not be valid otherwise
   * @return without a prefix if no operation takes such IDs
   */
  public static IdDescription describe(String id) {
    return ExtendClient.IDS.describe(Objects.requireNonNull(id, "id"));
  }
}
