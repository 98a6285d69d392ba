package io.github.extendclient.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.webhook.WebhookVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ExtendAutoConfigurationTest {
  private static ExtendServer server;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ExtendAutoConfiguration.class))
          .withPropertyValues(
              "extend.api-key=" + server.apiKey(), "extend.base-url=" + server.url());

  @BeforeAll
  static void startServer() {
    server = ExtendServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void theClientOfThePropertiesReachesTheServer() {
    application.run(
        context -> {
          ExtendClient extend = context.getBean(ExtendClient.class);
          assertThat(files(extend)).isEmpty();
        });
  }

  @Test
  void theClientIsClosedWithTheContext() {
    ExtendClient[] client = new ExtendClient[1];
    application.run(context -> client[0] = context.getBean(ExtendClient.class));

    assertThat(catchThrowable(() -> files(client[0])))
        .isInstanceOfAny(ExtendException.class, IllegalStateException.class);
  }

  @Test
  void aClientOfTheApplicationTakesThePlaceOfTheBean() {
    try (ExtendClient own = ExtendClient.builder().apiKey("own").build()) {
      application
          .withBean("own", ExtendClient.class, () -> own)
          .run(context -> assertThat(context).getBean(ExtendClient.class).isSameAs(own));
    }
  }

  @Test
  void aWrongKeyFailsTheStartAndIsNotShown() {
    application
        .withPropertyValues("extend.api-key=sk with blanks")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .cause()
                    .cause()
                    .hasMessageContaining(
                        "With Spring Boot these are properties, such as extend.api-key.")
                    .hasMessageNotContaining("sk with"));
  }

  @Test
  void aWrongPropertyIsNamedWithItsValue() {
    application
        .withPropertyValues("extend.max-attempts=0")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("maxAttempts is 0: give 1 for no retries, or more."));
  }

  @Test
  void customizersComeAfterTheProperties() {
    application
        .withPropertyValues("extend.api-key=wrong")
        .withBean(ExtendClientCustomizer.class, () -> builder -> builder.apiKey(server.apiKey()))
        .run(context -> assertThat(files(context.getBean(ExtendClient.class))).isEmpty());
  }

  @Test
  void theHttpClientIsCustomizedAndClosedWithTheContext() {
    List<String> paths = new CopyOnWriteArrayList<>();
    CustomHttpClient[] http = new CustomHttpClient[1];
    application
        .withBean(
            ExtendHttpClientCustomizer.class,
            () ->
                builder ->
                    builder.addInterceptor(
                        chain -> {
                          paths.add(chain.request().url().encodedPath());
                          return chain.proceed(chain.request());
                        }))
        .run(
            context -> {
              files(context.getBean(ExtendClient.class));
              http[0] = context.getBean(CustomHttpClient.class);
            });

    assertThat(paths).containsExactly("/files");
    assertThat(http[0].client().dispatcher().executorService().isShutdown()).isTrue();
  }

  @Test
  void thereIsAVerifierIfThereIsASecret() {
    application.run(context -> assertThat(context).doesNotHaveBean(WebhookVerifier.class));
    application
        .withPropertyValues(
            "extend.webhook.signing-secret=a", "extend.webhook.previous-signing-secret=b")
        .run(
            context ->
                assertThat(context.getBean(WebhookVerifier.class).toString())
                    .startsWith("WebhookVerifier{secrets=2,"));
  }

  @Test
  void emptyPropertiesCountAsNotSet() {
    application
        .withPropertyValues(
            "extend.workspace=",
            "extend.region=",
            "extend.user-agent=",
            "extend.deadline=",
            "extend.id-policy=",
            "extend.webhook.signing-secret=",
            "extend.webhook.previous-signing-secret=")
        .run(
            context -> {
              assertThat(files(context.getBean(ExtendClient.class))).isEmpty();
              assertThat(context).doesNotHaveBean(WebhookVerifier.class);
            });
    application
        .withPropertyValues(
            "extend.webhook.signing-secret=a", "extend.webhook.previous-signing-secret=")
        .run(
            context ->
                assertThat(context.getBean(WebhookVerifier.class).toString())
                    .startsWith("WebhookVerifier{secrets=1,"));
  }

  @Test
  void attemptsAreTimedIfThereIsAMeterRegistry() {
    application
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              files(context.getBean(ExtendClient.class));
              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("extend.attempts")
                          .tags("operation", "files_list", "status", "200", "retried", "false")
                          .timer()
                          .count())
                  .isEqualTo(1);
            });
  }

  @Test
  void withoutMicrometerThereAreNoMetrics() {
    application
        .withClassLoader(new FilteredClassLoader(MeterRegistry.class))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(ExtendClient.class)
                    .doesNotHaveBean(AttemptListener.class));
  }

  @Test
  void neitherKeyNorSecretIsPrinted() {
    application
        .withPropertyValues("extend.webhook.signing-secret=hidden")
        .run(
            context -> {
              ExtendProperties properties = context.getBean(ExtendProperties.class);
              assertThat(properties + " " + properties.webhook())
                  .isEqualTo("ExtendProperties{apiKey=***} Webhook{signingSecret=***}");
            });
  }

  private static List<FileSummary> files(ExtendClient extend) {
    return extend.files().list(FilesApi.ListParams.builder().build()).getData();
  }
}
