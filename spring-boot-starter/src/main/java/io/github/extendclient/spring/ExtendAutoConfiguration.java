package io.github.extendclient.spring;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.webhook.WebhookVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Makes the beans {@link ExtendClient} and, if {@code extend.webhook.signing-secret} is set, {@link
 * WebhookVerifier}, each unless the application has one of its own. Attempts are timed as {@code
 * extend.attempts} if there is a {@link MeterRegistry}.
 *
 * @see ExtendProperties
 * @see ExtendClientCustomizer
 * @see ExtendHttpClientCustomizer
 */
@AutoConfiguration(
    afterName = {
      // Spring Boot 3.5 and 4.0.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableConfigurationProperties(ExtendProperties.class)
public final class ExtendAutoConfiguration {
  /** For Spring. */
  public ExtendAutoConfiguration() {}

  /** Only with customizers: else the client makes its own, which starts faster. */
  @Bean
  @ConditionalOnBean(ExtendHttpClientCustomizer.class)
  @ConditionalOnMissingBean(ExtendClient.class)
  CustomHttpClient extendHttpClient(ObjectProvider<ExtendHttpClientCustomizer> customizers) {
    return new CustomHttpClient(customizers.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  ExtendClient extendClient(
      ExtendProperties properties,
      ObjectProvider<CustomHttpClient> httpClient,
      ObjectProvider<AttemptListener> listeners,
      ObjectProvider<ExtendClientCustomizer> customizers) {
    ExtendClientBuilder builder = builder(properties);
    httpClient.ifAvailable(own -> builder.httpClient(own.client()));
    List<AttemptListener> all = listeners.orderedStream().toList();
    if (!all.isEmpty()) {
      builder.attemptListener(new AttemptListeners(all));
    }
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage() + " With Spring Boot these are properties, such as extend.api-key.", e);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  @Conditional(HasSigningSecret.class)
  WebhookVerifier extendWebhookVerifier(ExtendProperties properties) {
    ExtendProperties.Webhook webhook = Objects.requireNonNull(properties.webhook());
    String secret = Objects.requireNonNull(webhook.signingSecret());
    String previous = webhook.previousSigningSecret();
    return previous == null || previous.isBlank()
        ? WebhookVerifier.create(secret)
        : WebhookVerifier.create(secret, previous);
  }

  private static ExtendClientBuilder builder(ExtendProperties properties) {
    ExtendClientBuilder builder = ExtendClient.builder();
    set(properties.apiKey(), builder::apiKey);
    set(properties.workspace(), builder::workspace);
    set(properties.region(), builder::region);
    set(properties.baseUrl(), builder::baseUrl);
    set(properties.connectTimeout(), builder::connectTimeout);
    set(properties.readTimeout(), builder::readTimeout);
    set(properties.writeTimeout(), builder::writeTimeout);
    set(properties.deadline(), builder::deadline);
    set(properties.maxAttempts(), builder::maxAttempts);
    set(properties.idPolicy(), builder::idPolicy);
    set(properties.userAgent(), builder::userAgent);
    set(properties.logBodies(), builder::logBodies);
    ExtendProperties.RateLimit limit = properties.rateLimit();
    if (limit != null) {
      set(limit.get(), rate -> builder.rateLimit(RateLimitCategory.GET, rate));
      set(limit.write(), rate -> builder.rateLimit(RateLimitCategory.WRITE, rate));
      set(limit.run(), rate -> builder.rateLimit(RateLimitCategory.RUN, rate));
    }
    return builder;
  }

  /** An empty property counts as not set, as that of {@code ${UNSET_VARIABLE:}}. */
  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    boolean isBlank = value instanceof String text && text.isBlank();
    if (value != null && !isBlank) {
      setter.accept(value);
    }
  }

  /** Matches if there is a secret; {@code @ConditionalOnProperty} matches an empty one too. */
  static final class HasSigningSecret implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      String secret = context.getEnvironment().getProperty("extend.webhook.signing-secret");
      return secret != null && !secret.isBlank();
    }
  }

  /** Apart, so that an application without Micrometer never loads its classes. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static final class Metrics {
    @Bean
    AttemptListener extendAttemptMetrics(MeterRegistry registry) {
      return new AttemptMetrics(registry);
    }
  }
}
