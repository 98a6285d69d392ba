package io.github.extendclient.internal.retry;

import io.github.extendclient.error.ApiError;
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
 * Which failures may be followed by another attempt. An operation that is not idempotent is sent
 * again only if it is certain that the server did not accept it: there is no idempotency key, so a
 * create that arrives twice runs, and is billed, twice.
 */
public final class RetryRules {
  // From 520 on they are those of a gateway in front of the API: it got nothing it could pass on.
  private static final Set<Integer> TRANSIENT =
      Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530);

  // OkHttp's words for a proxy that goes on refusing the password.
  private static final String REFUSED_BY_PROXY = "Failed to authenticate with proxy";

  private final RetrySettings settings;

  /**
   * The rules under settings.
   *
   * @param settings what the user decided
   */
  public RetryRules(RetrySettings settings) {
    this.settings = settings;
  }

  /**
   * Whether a response allows another attempt.
   *
   * @param error the response
   * @param idempotent whether sending the request twice does no more than sending it once
   * @return true if it does
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
        || (settings.retryCreatesWhenServerSaysSo()
            && said != null
            && TRANSIENT.contains(error.status()));
  }

  /**
   * Whether a status is one that may pass.
   *
   * @param status the HTTP status
   * @return true if the same read may succeed later
   */
  public static boolean isTransient(int status) {
    return TRANSIENT.contains(status);
  }

  /**
   * Whether a response proves that a request which is not idempotent had no effect.
   *
   * @param error the response
   * @return true for a refusal; false for a redirect, which may follow the work, and for a server
   *     error, which may come after it
   */
  public static boolean provesNoEffect(ApiError error) {
    boolean isRefusal = error.status() / 100 == 4 && error.status() != 408;
    return isRefusal || wasNotStarted(error);
  }

  private static boolean wasNotStarted(ApiError error) {
    return error.status() == 429
        || (error.status() == 503
            && error.retryAfter() != null
            && Boolean.TRUE.equals(error.retryable()));
  }

  /**
   * Whether a failure proves by its kind that no request was sent.
   *
   * @param failure what the transport threw
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
   * Whether a failure is one that another attempt cannot cure.
   *
   * @param failure what the transport threw
   * @return true for a file that cannot be read, a certificate that is not trusted, a password that
   *     a proxy refuses, and a response that is not taken
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
   * Whether a proxy did not accept the user name and password.
   *
   * @param failure what the transport threw
   * @return true if it refused them; trying again may lock the account
   */
  public static boolean isRefusedByProxy(IOException failure) {
    return REFUSED_BY_PROXY.equals(failure.getMessage());
  }

  /**
   * Whether a failure comes from the upload and not from the network.
   *
   * @param failure what the transport threw
   * @return true if the content could not be read, or its progress callback threw
   */
  public static boolean isLocal(IOException failure) {
    return failure instanceof UploadException
        || failure instanceof LocalFailure
        || failure instanceof FileNotFoundException
        || failure instanceof FileSystemException;
  }
}
