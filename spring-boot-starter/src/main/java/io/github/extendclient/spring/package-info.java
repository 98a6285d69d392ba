/**
 * Spring Boot: an {@link io.github.extendclient.ExtendClient} bean from {@code extend.*}
 * properties. Start at {@link io.github.extendclient.spring.ExtendProperties}.
 */
@NullMarked
package io.github.extendclient.spring;

import org.jspecify.annotations.NullMarked;
