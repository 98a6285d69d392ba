package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.time.Duration;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt leaves behind for the decision about the next. Travels with the request as a
 * tag, and is written by whatever thread carries the request.
 */
public final class Attempt {
  final ApiOperation operation;

  /** How long the connection may be silent at least; null for the default. */
  final @Nullable Duration hold;

  private final String apiKey;

  private volatile boolean tracked;
  private volatile boolean sent;
  private volatile boolean bodyStarted;
  private volatile @Nullable List<String> hiddenRetryAfter;

  public Attempt(ApiOperation operation, @Nullable Duration hold, String apiKey) {
    this.operation = operation;
    this.hold = hold;
    this.apiKey = apiKey;
  }

  public static @Nullable Attempt of(Request request) {
    return request.tag(Attempt.class);
  }

  /** The text without the key that this attempt carried. */
  public String mask(String text) {
    return text.replace(apiKey, "(key)");
  }

  /** The request runs through our interceptors, so {@link #wasSent()} can be relied on. */
  void track() {
    tracked = true;
  }

  /** A connection exists, and the request is about to be written to it. */
  void send() {
    sent = true;
  }

  void startBody() {
    bodyStarted = true;
  }

  void hideRetryAfter(List<String> values) {
    hiddenRetryAfter = values;
  }

  public boolean isTracked() {
    return tracked;
  }

  public boolean wasSent() {
    return sent;
  }

  public boolean wasBodyStarted() {
    return bodyStarted;
  }

  @Nullable List<String> hiddenRetryAfter() {
    return hiddenRetryAfter;
  }
}
