/** An application with the Spring Boot starter; the same with Spring Boot 3.5 and 4.0. */
@NullMarked
package io.github.extendclient.examples.springboot;

import org.jspecify.annotations.NullMarked;
