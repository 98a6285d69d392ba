package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Records the state of one attempt for the retry decision, above all how much of the request may
 * have reached the server. Attached to the request as a tag, and to Retrofit's call through its
 * timeout. Written by the thread that sends the request; {@link #cut} may be called on any thread
 * at any time, and no more of the request is written after it.
 */
public final class Attempt {
  /** How much of the request may be on the wire. */
  private enum Written {
    NOTHING,
    A_PART,
    ALL
  }

  private static final String PROXY_PASSWORD = "Proxy-Authorization";

  final ApiOperation operation;

  /** The minimum read timeout of the connection; null for the default. */
  final @Nullable Duration hold;

  /** Whether the client's interceptors run, which record each write. */
  private final boolean tracked;

  private final Limit limit = new Limit(this);
  private Written written = Written.NOTHING;
  private boolean cut;
  private volatile boolean bodyStarted;
  private volatile boolean responseStarted;
  private volatile boolean refusedByProxy;
  private volatile @Nullable String proxyPassword;
  private volatile boolean freshConnection;
  private volatile @Nullable Secrets secrets;
  private volatile @Nullable String contentType;
  private volatile @Nullable ResponseBody received;
  private volatile @Nullable List<String> hiddenRetryAfter;

  Attempt(ApiOperation operation, @Nullable Duration hold, boolean tracked) {
    this.operation = operation;
    this.hold = hold;
    this.tracked = tracked;
  }

  /**
   * Returns the attempt of a request.
   *
   * @param request any request
   * @return the attempt; null if the request was not made by this client
   */
  public static @Nullable Attempt of(Request request) {
    return request.tag(Attempt.class);
  }

  /**
   * Returns the attempt of a Retrofit call. Avoids {@code call.request()}, which would build a
   * request only for this.
   *
   * @param call a call of this client
   * @return never null
   */
  public static Attempt of(Call<?> call) {
    return ((Limit) call.timeout()).attempt;
  }

  /** Returns the timeout of the attempt, by default none. */
  Timeout limit() {
    return limit;
  }

  void carry(Secrets carried) {
    secrets = carried;
  }

  /**
   * Masks the API key and other secrets of the request in a text from the server.
   *
   * @param text a text from the network
   * @return the text without secrets
   */
  public String mask(String text) {
    Secrets carried = secrets;
    return carried == null ? text : carried.mask(text);
  }

  /** Excludes pooled connections for the request. */
  public void useFreshConnection() {
    freshConnection = true;
  }

  boolean needsFreshConnection() {
    return freshConnection;
  }

  /**
   * Records that the head of the request, or a part of its body, is about to be written.
   *
   * @throws IOException if the attempt was cut
   */
  synchronized void writePart() throws IOException {
    write(Written.A_PART);
  }

  /**
   * Records that the last byte of the request is about to be written.
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
    refusedByProxy = false;
    if (written.compareTo(next) < 0) {
      written = next;
    }
  }

  /**
   * Stops writing the request.
   *
   * @return whether the server may have received all of it
   */
  public synchronized boolean cut() {
    cut = true;
    return written == Written.ALL;
  }

  /** {@return whether the server may have received the whole request} */
  public synchronized boolean isWholeOnTheWire() {
    return written == Written.ALL;
  }

  /** {@return whether it is certain that not a byte was written} */
  public synchronized boolean isUnsent() {
    return written == Written.NOTHING;
  }

  /**
   * {@return whether {@link #isUnsent} is exact; otherwise it only means that no body was written}
   */
  public boolean isTracked() {
    return tracked;
  }

  void startBody() {
    bodyStarted = true;
  }

  /** {@return whether writing the body has started} */
  public boolean wasBodyStarted() {
    return bodyStarted;
  }

  void startResponse() {
    responseStarted = true;
  }

  /** {@return whether the head of a response was received} */
  public boolean wasResponseStarted() {
    return responseStarted;
  }

  /** A proxy wants a password first: the server got nothing, so the request may be sent again. */
  synchronized void refuseByProxy() {
    refusedByProxy = true;
    written = Written.NOTHING;
    responseStarted = false;
  }

  boolean wasRefusedByProxy() {
    return refusedByProxy;
  }

  /** Notes what OkHttp adds to a request that a proxy refused, in case its connection has ended. */
  void keepProxyPassword(Request request) {
    proxyPassword = request.header(PROXY_PASSWORD);
  }

  Request withProxyPassword(Request request) {
    String password = proxyPassword;
    return password == null
        ? request
        : request.newBuilder().header(PROXY_PASSWORD, password).build();
  }

  /** OkHttp ends this body at the length that the server declared. */
  void receive(ResponseBody body) {
    received = body;
  }

  /** Whether a body came from OkHttp as it is, and no interceptor of the user replaced it. */
  boolean hasReceived(ResponseBody body) {
    return received == body;
  }

  void receive(@Nullable String type) {
    contentType = type;
  }

  /** {@return the content type of the response; null if it has none} */
  public @Nullable String contentType() {
    return contentType;
  }

  void hideRetryAfter(List<String> values) {
    hiddenRetryAfter = values;
  }

  @Nullable List<String> hiddenRetryAfter() {
    return hiddenRetryAfter;
  }

  /** The timeout of an OkHttp call, which Retrofit's call exposes. */
  private static final class Limit extends Timeout {
    private final Attempt attempt;

    Limit(Attempt attempt) {
      this.attempt = attempt;
    }
  }
}
