package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendClientBuilderTest {
  private static final String KEY = "sk_secret";

  private static ExtendClientBuilder builder(Map<String, String> environment) {
    return new ExtendClientBuilder().environment(environment::get);
  }

  private static ExtendClientBuilder withKey() {
    return builder(Map.of()).apiKey(KEY);
  }

  private static void assertRefused(ExtendClientBuilder builder, String message) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void theDefaultsAreTheFirstRegionAndThreeAttempts() {
    ClientConfig config = withKey().config();

    assertThat(config.baseUrl()).hasToString("https://api.extend.ai/");
    assertThat(config.workspace()).isNull();
    assertThat(config.idPolicy()).isEqualTo(IdPolicy.STRICT);
    assertThat(config.retries().maxAttempts()).isEqualTo(3);
    assertThat(config.retries().retryCreatesMarkedRetryable()).isFalse();
    assertThat(config.userAgent())
        .matches("extend-client/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)? java/17[\\d.]*");
  }

  @Test
  void missingSettingsComeFromTheEnvironment() {
    ClientConfig config =
        builder(
                Map.of(
                    "EXTEND_API_KEY", KEY,
                    "EXTEND_WORKSPACE_ID", "ws_1",
                    "EXTEND_REGION", "eu"))
            .config();

    assertThat(config.apiKey().get()).isEqualTo(KEY);
    assertThat(config.workspace()).isEqualTo("ws_1");
    assertThat(config.baseUrl()).hasToString("https://api.eu1.extend.ai/");
  }

  @Test
  void settingsOverrideTheEnvironment() {
    ClientConfig config =
        builder(
                Map.of(
                    "EXTEND_API_KEY", "sk_other",
                    "EXTEND_WORKSPACE_ID", "ws_other",
                    "EXTEND_BASE_URL", "https://other.example"))
            .apiKey(KEY)
            .workspace("ws_1")
            .region(Region.US2)
            .config();

    assertThat(config.apiKey().get()).isEqualTo(KEY);
    assertThat(config.workspace()).isEqualTo("ws_1");
    assertThat(config.baseUrl()).hasToString("https://api.us2.extend.app/");
  }

  @Test
  void theBaseUrlOfTheEnvironmentWinsOverItsRegion() {
    ClientConfig config =
        builder(
                Map.of(
                    "EXTEND_API_KEY", KEY,
                    "EXTEND_REGION", "eu",
                    "EXTEND_BASE_URL", "https://own.example/api"))
            .config();

    assertThat(config.baseUrl()).hasToString("https://own.example/api/");
  }

  @ParameterizedTest
  @CsvSource({
    "us, https://api.extend.ai/",
    "us2, https://api.us2.extend.app/",
    "eu, https://api.eu1.extend.ai/"
  })
  void regionsHaveNames(String name, String url) {
    assertThat(withKey().region(name).config().baseUrl()).hasToString(url);
  }

  @Test
  void aMissingKeyIsRefused() {
    assertRefused(
        builder(Map.of()),
        "There is no API key: call apiKey(...) or set the environment variable EXTEND_API_KEY.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankKeyIsRefused(String key) {
    assertRefused(
        builder(Map.of()).apiKey(key),
        "The API key from apiKey(...) is blank: give a key from the dashboard's developer"
            + " settings.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankVariableCountsAsNotSet(String blank) {
    assertRefused(
        builder(Map.of("EXTEND_API_KEY", blank)),
        "There is no API key: call apiKey(...) or set the environment variable EXTEND_API_KEY.");
    ClientConfig config =
        builder(
                Map.of(
                    "EXTEND_API_KEY", "sk_1",
                    "EXTEND_BASE_URL", blank,
                    "EXTEND_REGION", blank,
                    "EXTEND_WORKSPACE_ID", blank))
            .config();

    assertThat(config.baseUrl()).hasToString("https://api.extend.ai/");
    assertThat(config.workspace()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'sk_secret\n' | a line break at position 10 of 10",
        "'sk_secret\r\n' | a line break at position 10 of 11",
        "'sk secret' | a space at position 3 of 9",
        "'\tsk_secret' | a tab at position 1 of 10",
        "'sk_secret\u0007' | a control character at position 10 of 10",
        "sk_sécret | a character beyond ASCII at position 5 of 9",
      })
  void aKeyThatCannotBeAHeaderIsRefusedAndNotShown(String key, String flaw) {
    assertRefused(
        builder(Map.of()).apiKey(key),
        "The API key from apiKey(...) has "
            + flaw
            + ": copy the key without quotes, spaces and line breaks.");
  }

  @Test
  void anUnknownRegionIsRefused() {
    String message =
        "Unknown region \"mars\": use us, us2, eu, or baseUrl(...) for another deployment.";

    assertRefused(withKey().region("mars"), message + " It comes from region(...).");
    assertRefused(
        builder(Map.of("EXTEND_REGION", "mars")).apiKey(KEY),
        message + " It comes from EXTEND_REGION.");
  }

  @Test
  void aRegionBesideABaseUrlIsRefused() {
    assertRefused(
        withKey().region(Region.EU).baseUrl("https://own.example"),
        "Both baseUrl(...) and region(\"eu\") are set: set one of them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | is blank: write a URL such as https://api.extend.ai.",
        "api.extend.ai | api.extend.ai | has no scheme: write https://api.extend.ai.",
        "localhost:8080 | localhost:8080 | has no scheme: write https://localhost:8080.",
        "ftp://a.example | ftp://a.example | is not an http or https URL: write one such as"
            + " https://api.extend.ai.",
        "https:// | https:// | is not an http or https URL: write one such as"
            + " https://api.extend.ai.",
        "http://api.extend.ai | http://api.extend.ai | would send the API key unencrypted: write"
            + " https, http is for localhost only.",
        "http://127.0.0.1.example | http://127.0.0.1.example | would send the API key unencrypted:"
            + " write https, http is for localhost only.",
        "https://me:pw@a.example/x | https://a.example/x | contains a user name"
            + " or password: leave them out, the key goes in a header.",
        "https://a.example/x?k=v | https://a.example/x | has a query or fragment: write the URL up"
            + " to its path only.",
        "https://a.example/#x | https://a.example/ | has a query or fragment: write the URL up to"
            + " its path only.",
      })
  void aBaseUrlThatCannotWorkIsRefused(String url, String shown, String flaw) {
    assertRefused(
        withKey().baseUrl(url), "The base URL \"" + shown + "\" from baseUrl(...) " + flaw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://127.0.0.1:1/x/",
        "http://[::1]:1",
        "http://api.localhost",
        "https://own.example/extend"
      })
  void aBaseUrlThatCanWorkIsTaken(String url) {
    assertThat(withKey().baseUrl(url).config().baseUrl().toString()).startsWith(url).endsWith("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT25H"})
  void aTimeoutOutOfBoundsIsRefused(Duration timeout) {
    String end = " is " + timeout + ": give from 1 millisecond to 1 day.";

    assertRefused(withKey().connectTimeout(timeout), "The connectTimeout" + end);
    assertRefused(withKey().readTimeout(timeout), "The readTimeout" + end);
    assertRefused(withKey().writeTimeout(timeout), "The writeTimeout" + end);
    assertRefused(withKey().deadline(timeout), "The deadline" + end);
  }

  @Test
  void numbersOutOfBoundsAreRefused() {
    assertRefused(withKey().maxAttempts(0), "maxAttempts is 0: give 1 for no retries, or more.");
    assertRefused(withKey().maxResponseBytes(0), "maxResponseBytes is 0: give at least 1.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1e-9, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateLimitOutOfBoundsIsRefused(double limit) {
    assertRefused(
        withKey().rateLimit(RateLimitCategory.RUN, limit),
        "The rate limit of RUN is " + limit + ": give from 0.001 to 100000 requests per second.");
  }

  @Test
  void aPacerBesideARateLimitIsRefused() {
    assertRefused(
        withKey().rateLimit(RateLimitCategory.RUN, 1).pacer(category -> () -> Duration.ZERO),
        "Both pacer(...) and rateLimit(...) are set: set one of them.");
  }

  @Test
  void requestsAreNotPacedByDefault() {
    assertThat(withKey().config().pacer()).isNull();
  }

  @Test
  void headerTextsAreChecked() {
    assertRefused(withKey().workspace(" "), "The workspace is blank: give one or leave it out.");
    assertRefused(
        withKey().userAgent("a\nb"),
        "The user agent \"a?b\" has a line break at position 2: use visible ASCII characters.");
  }

  @Test
  void theUserAgentComesBeforeOurs() {
    assertThat(withKey().userAgent("import/2.1").config().userAgent())
        .startsWith("import/2.1 extend-client/");
  }

  @Test
  void twoWaysToMakeCallsAreRefused() {
    assertRefused(
        withKey()
            .httpClient(new OkHttpClient())
            .callFactory(
                request -> {
                  throw new AssertionError();
                }),
        "Both httpClient(...) and callFactory(...) are set: set one of them.");
  }

  @Test
  void timeoutsThatWouldHaveNoEffectAreRefused() {
    assertRefused(
        withKey()
            .readTimeout(Duration.ofSeconds(1))
            .callFactory(
                request -> {
                  throw new AssertionError();
                }),
        "connectTimeout, readTimeout and writeTimeout have no effect on a callFactory(...): set"
            + " them there; deadline(...) works.");
  }

  @Test
  void theKeyIsNotShown() {
    assertThat(withKey().config()).asString().doesNotContain(KEY);
    try (ExtendClient client = withKey().build()) {
      assertThat(client)
          .hasToString("ExtendClient{baseUrl=https://api.extend.ai/, workspace=null}");
    }
  }
}
