package io.github.extendclient.spring;

import okhttp3.OkHttpClient;

/**
 * A bean that changes the HTTP client under the {@code ExtendClient} bean: proxy, TLS,
 * interceptors, connection pool. Several are called in their order. Timeouts belong into the
 * properties, which win over those that are set here.
 *
 * <pre>{@code
 * @Bean
 * ExtendHttpClientCustomizer proxy() {
 *   return builder -> builder.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("proxy", 3128)));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ExtendHttpClientCustomizer {
  /**
   * Changes settings.
   *
   * @param builder has the defaults of the Extend client
   */
  void customize(OkHttpClient.Builder builder);
}
