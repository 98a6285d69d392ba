package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What one attempt leaves behind for the decision about the next, above all how much of the request
 * may have reached the server. Travels with the request as a tag, and is found from Retrofit's call
 * by its timeout. Written by the thread that carries the request; {@link #cut} may come from any
 * thread at any time, and from then on nothing more is written.
 */
public final class Attempt {
  /** How much of the request may be on the wire. */
  private enum Written {
    NOTHING,
    A_PART,
    ALL
  }

  final ApiOperation operation;

  /** How long the connection may be silent at least; null for the default. */
  final @Nullable Duration hold;

  /** Whether our interceptors run, so that it is known when something is written. */
  private final boolean tracked;

  private final Limit limit = new Limit(this);
  private Written written = Written.NOTHING;
  private boolean cut;
  private volatile boolean bodyStarted;
  private volatile boolean responseStarted;
  private volatile boolean freshConnection;
  private volatile @Nullable Secrets secrets;
  private volatile @Nullable String contentType;
  private volatile @Nullable List<String> hiddenRetryAfter;

  Attempt(ApiOperation operation, @Nullable Duration hold, boolean tracked) {
    this.operation = operation;
    this.hold = hold;
    this.tracked = tracked;
  }

  /**
   * The attempt that a request belongs to.
   *
   * @param request any
   * @return null if it is not one of ours
   */
  public static @Nullable Attempt of(Request request) {
    return request.tag(Attempt.class);
  }

  /**
   * The attempt that a call of Retrofit makes. Its request would say so only as a copy that is made
   * for nothing else.
   *
   * @param call one of ours
   * @return never null
   */
  public static Attempt of(Call<?> call) {
    return ((Limit) call.timeout()).attempt;
  }

  /** How long the attempt may take; none unless it is set. */
  Timeout limit() {
    return limit;
  }

  void carry(Secrets carried) {
    secrets = carried;
  }

  /**
   * Hides the key, and other secrets of the request, in what the server sent.
   *
   * @param text from the network
   * @return the text without them
   */
  public String mask(String text) {
    Secrets carried = secrets;
    return carried == null ? text : carried.mask(text);
  }

  /** The request is not sent on a connection of the pool. */
  public void useFreshConnection() {
    freshConnection = true;
  }

  boolean needsFreshConnection() {
    return freshConnection;
  }

  /**
   * The head of the request, or a part of its body, is about to be written.
   *
   * @throws IOException if the attempt was cut
   */
  synchronized void writePart() throws IOException {
    write(Written.A_PART);
  }

  /**
   * The last byte of the request is about to be written.
   *
   * @throws IOException if the attempt was cut
   */
  synchronized void writeLast() throws IOException {
    write(Written.ALL);
  }

  private void write(Written next) throws IOException {
    if (cut) {
      throw new IOException("the call has ended");
    }
    if (written.compareTo(next) < 0) {
      written = next;
    }
  }

  /**
   * Nothing more of the request is written.
   *
   * @return whether the server may have got all of it
   */
  public synchronized boolean cut() {
    cut = true;
    return written == Written.ALL;
  }

  /** {@return whether the server may have got the whole request} */
  public synchronized boolean isWholeOnTheWire() {
    return written == Written.ALL;
  }

  /** {@return whether it is certain that not a byte was written} */
  public synchronized boolean isUnsent() {
    return written == Written.NOTHING;
  }

  /** {@return whether {@link #isUnsent} is exact, and not only a sign that no body was written} */
  public boolean isTracked() {
    return tracked;
  }

  void startBody() {
    bodyStarted = true;
  }

  /** {@return whether the body was asked for its bytes} */
  public boolean wasBodyStarted() {
    return bodyStarted;
  }

  void startResponse() {
    responseStarted = true;
  }

  /** {@return whether the head of a response came} */
  public boolean wasResponseStarted() {
    return responseStarted;
  }

  void receive(@Nullable String type) {
    contentType = type;
  }

  /** {@return the content type of the response; null if it named none} */
  public @Nullable String contentType() {
    return contentType;
  }

  void hideRetryAfter(List<String> values) {
    hiddenRetryAfter = values;
  }

  @Nullable List<String> hiddenRetryAfter() {
    return hiddenRetryAfter;
  }

  /** What Retrofit's call hands out of the one below it. */
  private static final class Limit extends Timeout {
    private final Attempt attempt;

    Limit(Attempt attempt) {
      this.attempt = attempt;
    }
  }
}
