package io.github.extendclient.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.config.RetrySettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {
  private static final RetryRules RULES = new RetryRules(RetrySettings.DEFAULT);
  private static final RetryRules DARING = new RetryRules(new RetrySettings(3, true));
  private static final Duration SOON = Duration.ofSeconds(1);

  private static ApiError error(int status, @Nullable Boolean retryable, @Nullable Duration after) {
    return new ApiError(status, null, null, retryable, null, null, after, "");
  }

  private static ApiError error(int status) {
    return error(status, null, null);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void transientStatusesAreRetried(int status) {
    assertThat(RetryRules.isTransient(status)).isTrue();
    assertThat(RULES.allowsAnother(error(status), true)).isTrue();
    assertThat(RULES.allowsAnother(error(status, false, SOON), true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 501, 505})
  void otherStatusesAreNotRetried(int status) {
    assertThat(RetryRules.isTransient(status)).isFalse();
    assertThat(RULES.allowsAnother(error(status), true)).isFalse();
    assertThat(RULES.allowsAnother(error(status, true, null), true)).isTrue();
    assertThat(RULES.allowsAnother(error(status, true, null), false)).isFalse();
    assertThat(DARING.allowsAnother(error(status, true, null), false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 504})
  void aCreateIsRiskedOnlyIfTheCallerAndTheServerSaySo(int status) {
    assertThat(RULES.allowsAnother(error(status), false)).isFalse();
    assertThat(RULES.allowsAnother(error(status, true, SOON), false)).isFalse();
    assertThat(DARING.allowsAnother(error(status, true, null), false)).isTrue();
    assertThat(DARING.allowsAnother(error(status), false)).isFalse();
    assertThat(DARING.allowsAnother(error(status, false, null), false)).isFalse();
  }

  @Test
  void aCreateThatWasNotSentIsRetried() {
    assertThat(RULES.allowsAnother(error(429), false)).isTrue();
    assertThat(RULES.allowsAnother(error(429, true, null), false)).isTrue();
    assertThat(RULES.allowsAnother(error(429, false, null), false)).isFalse();
    assertThat(RULES.allowsAnother(error(503, true, SOON), false)).isTrue();
    assertThat(RULES.allowsAnother(error(503, true, null), false)).isFalse();
    assertThat(RULES.allowsAnother(error(503, null, SOON), false)).isFalse();
    assertThat(RULES.allowsAnother(error(503, false, SOON), false)).isFalse();
  }

  @Test
  void aRefusalProvesThatNothingWasDone() {
    for (int status : List.of(400, 404, 422, 429, 451)) {
      assertThat(RetryRules.provesNoEffect(error(status))).as("%d", status).isTrue();
    }
    for (int status : List.of(408, 460, 499, 500, 502, 503, 504)) {
      assertThat(RetryRules.provesNoEffect(error(status))).as("%d", status).isFalse();
    }
    assertThat(RetryRules.provesNoEffect(error(503, true, SOON))).isTrue();
  }

  @Test
  void noConnectionProvesThatNothingWasSent() {
    for (IOException failure :
        List.of(
            new UnknownHostException(),
            new ConnectException(),
            new NoRouteToHostException(),
            new SSLHandshakeException(""),
            new SSLPeerUnverifiedException(""),
            new FileNotFoundException(),
            new NoSuchFileException("a"))) {
      assertThat(RetryRules.provesNothingSent(failure)).as(failure.toString()).isTrue();
    }
    for (IOException failure :
        List.of(new IOException(), new SocketException(), new SocketTimeoutException())) {
      assertThat(RetryRules.provesNothingSent(failure)).as(failure.toString()).isFalse();
    }
  }

  @Test
  void failuresOfConfigurationAreNotRetried() {
    IOException untrusted = new SSLHandshakeException("");
    untrusted.initCause(new CertificateException());

    for (IOException failure :
        List.of(
            untrusted,
            new SSLPeerUnverifiedException(""),
            new FileNotFoundException(),
            new NoSuchFileException("a"))) {
      assertThat(RetryRules.isPermanent(failure)).as(failure.toString()).isTrue();
    }
    for (IOException failure :
        List.of(new SSLHandshakeException(""), new ConnectException(), new IOException())) {
      assertThat(RetryRules.isPermanent(failure)).as(failure.toString()).isFalse();
    }
  }

  @Test
  void onlyTheUploadIsLocal() {
    assertThat(RetryRules.isLocal(new NoSuchFileException("a"))).isTrue();
    assertThat(RetryRules.isLocal(new FileNotFoundException())).isTrue();
    assertThat(RetryRules.isLocal(new UnknownHostException())).isFalse();
  }
}
