package io.github.extendclient.testing.internal.api;

import java.util.Arrays;
import java.util.Optional;

/** The API versions that are served. */
public enum ApiVersion {
  /** The current version. */
  V2026_02_09("2026-02-09"),
  /** The previous version. */
  V2025_04_21("2025-04-21");

  /** The request header that chooses the version. */
  public static final String HEADER = "x-extend-api-version";

  private final String date;

  ApiVersion(String date) {
    this.date = date;
  }

  /** The version that a header names. */
  public static Optional<ApiVersion> of(String date) {
    return Arrays.stream(values()).filter(version -> version.date.equals(date)).findFirst();
  }

  /** The version as the header spells it. */
  public String date() {
    return date;
  }

  /** True for the version whose responses have envelopes and no nulls. */
  public boolean isLegacy() {
    return this == V2025_04_21;
  }
}
