package io.github.extendclient.internal.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of package {@code error}. That package implements and registers it; the
 * internal packages call it. Thread-safe.
 *
 * @param <X> the root of the exceptions
 */
public interface ExceptionMaker<X extends RuntimeException> {
  /**
   * For an error response, of the class that fits its status.
   *
   * @param call the call that got the response
   * @param error the response
   * @param note what else the reader must know, such as why it was not tried again; may be empty
   * @return an {@code ApiException}
   */
  X response(FailedCall call, ApiError error, String note);

  /**
   * For a call without a complete response.
   *
   * @param call the call that failed
   * @param message what happened and what to do
   * @param cause what the transport threw
   * @return a {@code TransportException}
   */
  X transport(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * For a call that ran out of time.
   *
   * @param call the call that was given up
   * @param message how much time it had and what to do
   * @param cause how the last attempt ended
   * @return a {@code DeadlineException}
   */
  X deadline(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * For a call of a closed client.
   *
   * @param call the call that was given up
   * @param message what was not sent, and what may have been
   * @return a {@code ClientClosedException}
   */
  X clientClosed(FailedCall call, String message);

  /**
   * For a request without a key.
   *
   * @param call the call that needed it
   * @param message what is wrong with the key, never the key itself
   * @param cause what the supplier threw
   * @return an {@code ApiKeyException}
   */
  X apiKey(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * For a body that could not be decoded.
   *
   * @param call the call that got the response
   * @param jsonPath the place in the document, such as {@code $.data[3].status}
   * @param message what was found there and what to do
   * @return a {@code DecodingException}
   */
  X decoding(FailedCall call, String jsonPath, String message);

  /**
   * For a refused ID.
   *
   * @param parameter the name of the parameter
   * @param prefixes the prefixes that fit; empty if the parameter takes any
   * @param message the parameter, the value, and what would be right
   * @return an {@code IdPrefixException}
   */
  X idPrefix(String parameter, List<String> prefixes, String message);

  /**
   * For a download that failed.
   *
   * @param status what the server returned; null if no response came
   * @param message what happened and what to do
   * @param cause what was thrown
   * @return a {@code DownloadException}
   */
  X download(@Nullable Integer status, String message, @Nullable Throwable cause);

  /**
   * For a poll that failed.
   *
   * @param runId the run that was being waited for
   * @param message why the poll ended and what to do
   * @param cause what was thrown
   * @return a {@code PollingException}
   */
  X polling(String runId, String message, @Nullable Throwable cause);

  /**
   * For a poll that ran out of time.
   *
   * @param runId the run that was being waited for
   * @param limit the time that was given
   * @param reads how often the run was read
   * @param message how long the poll took and what to do
   * @param cause how the last read failed; null if it succeeded
   * @return a {@code PollingTimeoutException}
   */
  X pollingTimeout(
      String runId, Duration limit, int reads, String message, @Nullable Throwable cause);

  /**
   * Notes the run that was being waited for. The first ID stays.
   *
   * @param exception thrown by a read of the run
   * @param runId the run
   */
  void noteRun(X exception, String runId);
}
