package io.github.extendclient.spring;

import io.github.extendclient.ExtendClientBuilder;

/**
 * A bean that changes the settings of the {@code ExtendClient} bean, after the properties. Several
 * are called in their order.
 *
 * <pre>{@code
 * @Bean
 * ExtendClientCustomizer keyFromVault(Vault vault) {
 *   return builder -> builder.apiKey(vault::currentKey);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ExtendClientCustomizer {
  /**
   * Changes settings.
   *
   * @param builder has the settings of the properties
   */
  void customize(ExtendClientBuilder builder);
}
