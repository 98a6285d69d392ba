package io.github.extendclient.internal.http;

import java.io.IOException;

/**
 * Recognizes that an HTTP/2 server did not process a request (RFC 9113, 8.7). OkHttp's classes for
 * this are internal, so they are compared by name.
 */
public final class RefusedStream {
  private static final String PACKAGE = "okhttp3.internal.http2.";

  private RefusedStream() {}

  /**
   * Returns whether a failure means that the stream was refused or never opened.
   *
   * @param failure OkHttp's exception before any response header was received
   * @return true if the request was certainly not processed
   */
  public static boolean is(IOException failure) {
    String type = failure.getClass().getName();
    String message = failure.getMessage();
    return type.equals(PACKAGE + "ConnectionShutdownException")
        || (type.equals(PACKAGE + "StreamResetException")
            && message != null
            && message.endsWith("REFUSED_STREAM"));
  }
}
