package io.github.extendclient.internal.retry;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.config.RetrySettings;
import io.github.extendclient.internal.http.LocalFailure;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.runtime.UploadException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Decides which failures may be retried. An operation that is not idempotent is retried only if the
 * server certainly did not accept it: there is no idempotency key, so a create received twice runs,
 * and is billed, twice.
 */
public final class RetryRules {
  // The statuses from 520 are those of a gateway in front of the API without a usable response.
  private static final Set<Integer> TRANSIENT =
      Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530);

  // Given up by a server or gateway, which may have passed the request on before.
  private static final Set<Integer> UNCLEAR = Set.of(408, 460, 499);

  // OkHttp's message for a proxy that keeps rejecting the password.
  private static final String REFUSED_BY_PROXY = "Failed to authenticate with proxy";

  private final RetrySettings settings;

  /**
   * Creates the rules.
   *
   * @param settings the user's settings
   */
  public RetryRules(RetrySettings settings) {
    this.settings = settings;
  }

  /**
   * Returns whether an error response allows a retry.
   *
   * @param error the response
   * @param idempotent whether sending the request twice has the same effect as sending it once
   * @return true if a retry is allowed
   */
  public boolean allowsAnother(ApiError error, boolean idempotent) {
    Boolean said = error.retryable();
    if (idempotent) {
      return said != null ? said : TRANSIENT.contains(error.status());
    }
    if (said != null && !said) {
      return false;
    }
    return wasNotStarted(error)
        || (settings.retryCreatesMarkedRetryable()
            && said != null
            && TRANSIENT.contains(error.status()));
  }

  /**
   * Returns whether a status is temporary.
   *
   * @param status the HTTP status
   * @return true if the same read may succeed later
   */
  public static boolean isTransient(int status) {
    return TRANSIENT.contains(status);
  }

  /**
   * Returns whether a response proves that a request that is not idempotent had no effect.
   *
   * @param error the response
   * @return true for a rejection; false for a redirect or a server error, which the server may send
   *     after the operation took effect
   */
  public static boolean provesNoEffect(ApiError error) {
    boolean isRefusal = error.status() / 100 == 4 && !UNCLEAR.contains(error.status());
    return isRefusal || wasNotStarted(error);
  }

  private static boolean wasNotStarted(ApiError error) {
    return error.status() == 429
        || (error.status() == 503
            && error.retryAfter() != null
            && Boolean.TRUE.equals(error.retryable()));
  }

  /**
   * Returns whether the type of a failure proves that no request was sent.
   *
   * @param failure the exception of the transport
   * @return true if the connection was never made, or the file to upload could not be read
   */
  public static boolean provesNothingSent(IOException failure) {
    return failure instanceof UnknownHostException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || isLocal(failure);
  }

  /**
   * Returns whether a failure is permanent.
   *
   * @param failure the exception of the transport
   * @return true for an unreadable file, an untrusted certificate, a password rejected by a proxy,
   *     and a rejected response
   */
  public static boolean isPermanent(IOException failure) {
    return isLocal(failure)
        || failure instanceof RefusedResponseException
        || isRefusedByProxy(failure)
        || failure instanceof SSLPeerUnverifiedException
        || (failure instanceof SSLHandshakeException
            && failure.getCause() instanceof CertificateException);
  }

  /**
   * Returns whether a proxy rejected the user name and password.
   *
   * @param failure the exception of the transport
   * @return true if it did; a retry may lock the account
   */
  public static boolean isRefusedByProxy(IOException failure) {
    return REFUSED_BY_PROXY.equals(failure.getMessage());
  }

  /**
   * Returns whether the upload failed locally, not the network.
   *
   * @param failure the exception of the transport
   * @return true if the content could not be read, or its progress callback threw
   */
  public static boolean isLocal(IOException failure) {
    return failure instanceof UploadException
        || failure instanceof LocalFailure
        || failure instanceof FileNotFoundException
        || failure instanceof FileSystemException;
  }
}
