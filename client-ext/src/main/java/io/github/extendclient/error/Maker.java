package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.ExceptionMaker;
import io.github.extendclient.internal.access.FailedCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the constructors of this package on behalf of the internal packages. */
final class Maker implements ExceptionMaker<ExtendException, WebhookException.Reason> {
  @Override
  public ExtendException response(FailedCall call, ApiError error, String note) {
    return ApiException.of(call, error, note);
  }

  @Override
  public ExtendException transport(FailedCall call, String message, @Nullable Throwable cause) {
    return new TransportException(call, message, cause);
  }

  @Override
  public ExtendException deadline(FailedCall call, String message, @Nullable Throwable cause) {
    return new DeadlineException(call, message, cause);
  }

  @Override
  public ExtendException clientClosed(FailedCall call, String message) {
    return new ClientClosedException(call, message);
  }

  @Override
  public ExtendException apiKey(FailedCall call, String message, @Nullable Throwable cause) {
    return new ApiKeyException(call, message, cause);
  }

  @Override
  public ExtendException decoding(FailedCall call, String jsonPath, String message) {
    return new DecodingException(call, jsonPath, message);
  }

  @Override
  public ExtendException idPrefix(String parameter, List<String> prefixes, String message) {
    return new IdPrefixException(parameter, prefixes, message);
  }

  @Override
  public ExtendException download(
      @Nullable Integer status, String message, @Nullable Throwable cause) {
    return new DownloadException(status, message, cause);
  }

  @Override
  public ExtendException polling(String runId, String message, @Nullable Throwable cause) {
    return new PollingException(runId, message, cause);
  }

  @Override
  public ExtendException pollingTimeout(
      String runId, Duration limit, int reads, String message, @Nullable Throwable cause) {
    return new PollingTimeoutException(runId, limit, reads, message, cause);
  }

  @Override
  public ExtendException paging(String token, int pages) {
    return new PagingException(token, pages);
  }

  @Override
  public ExtendException extraction(String path, String message, @Nullable Throwable cause) {
    return new ExtractionException(path, message, cause);
  }

  @Override
  public ExtendException webhook(
      WebhookException.Reason reason,
      String message,
      @Nullable Throwable cause,
      @Nullable String eventId,
      @Nullable String eventType) {
    return new WebhookException(reason, message, cause, eventId, eventType);
  }

  @Override
  public void noteRun(ExtendException exception, String runId) {
    exception.noteRun(runId);
  }
}
