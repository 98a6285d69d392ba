package io.github.extendclient.internal.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of package {@code error}, which implements and registers it. Called by the
 * internal packages. Thread-safe.
 *
 * @param <X> the root of the exceptions
 * @param <R> the reasons why a webhook delivery is not accepted
 */
public interface ExceptionMaker<X extends RuntimeException, R> {
  /**
   * Makes the exception for an error response, of the class for its status.
   *
   * @param call the call that received the response
   * @param error the response
   * @param note a sentence for the reader, such as why the call was not retried; possibly empty
   * @return an {@code ApiException}
   */
  X response(FailedCall call, ApiError error, String note);

  /**
   * Makes the exception for a call without a complete response.
   *
   * @param call the failed call
   * @param message the failure and the remedy
   * @param cause the exception of the transport
   * @return a {@code TransportException}
   */
  X transport(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a call whose deadline has passed.
   *
   * @param call the failed call
   * @param message the deadline and the remedy
   * @param cause the failure of the last attempt
   * @return a {@code DeadlineException}
   */
  X deadline(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a call of a closed client.
   *
   * @param call the failed call
   * @param message what was not sent, and what may have been
   * @return a {@code ClientClosedException}
   */
  X clientClosed(FailedCall call, String message);

  /**
   * Makes the exception for a request without a key.
   *
   * @param call the failed call
   * @param message the fault of the key, never the key itself
   * @param cause the exception of the supplier
   * @return an {@code ApiKeyException}
   */
  X apiKey(FailedCall call, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a body that could not be decoded.
   *
   * @param call the call that received the response
   * @param jsonPath the path in the document, such as {@code $.data[3].status}
   * @param message the JSON found there and the remedy
   * @return a {@code DecodingException}
   */
  X decoding(FailedCall call, String jsonPath, String message);

  /**
   * Makes the exception for a rejected ID.
   *
   * @param parameter the name of the parameter
   * @param prefixes the accepted prefixes; empty if the parameter accepts any
   * @param message the parameter, the value, and what would be right
   * @return an {@code IdPrefixException}
   */
  X idPrefix(String parameter, List<String> prefixes, String message);

  /**
   * Makes the exception for a failed download.
   *
   * @param status the HTTP status; null if there was no response
   * @param message the failure and the remedy
   * @param cause the cause
   * @return a {@code DownloadException}
   */
  X download(@Nullable Integer status, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a failed poll.
   *
   * @param runId the ID of the run
   * @param message the failure and the remedy
   * @param cause the cause
   * @return a {@code PollingException}
   */
  X polling(String runId, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a poll whose limit has expired.
   *
   * @param runId the ID of the run
   * @param limit the limit of the poll
   * @param reads the number of reads
   * @param message the duration of the poll and the remedy
   * @param cause the failure of the last read; null if it succeeded
   * @return a {@code PollingTimeoutException}
   */
  X pollingTimeout(
      String runId, Duration limit, int reads, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a page token that was returned twice.
   *
   * @param token the token
   * @param pages the number of pages before it was returned again
   * @return a {@code PagingException}
   */
  X paging(String token, int pages);

  /**
   * Makes the exception for an output that does not fit its schema.
   *
   * @param path the path in the output, such as {@code $.line_items[0].amount}
   * @param message the path, the JSON type found there, and the remedy
   * @param cause the exception of a constructor; null if there was none
   * @return an {@code ExtractionException}
   */
  X extraction(String path, String message, @Nullable Throwable cause);

  /**
   * Makes the exception for a webhook delivery that is not accepted.
   *
   * @param reason why
   * @param message the failure and the remedy; never a secret
   * @param cause the cause; null if there is none
   * @param eventId the ID of the event; null if it is not known
   * @param eventType the type of the event; null if it is not known
   * @return a {@code WebhookException}
   */
  X webhook(
      R reason,
      String message,
      @Nullable Throwable cause,
      @Nullable String eventId,
      @Nullable String eventType);

  /**
   * Adds the ID of the polled run, unless one was added before.
   *
   * @param exception the exception of a read
   * @param runId the ID of the run
   */
  void noteRun(X exception, String runId);
}
