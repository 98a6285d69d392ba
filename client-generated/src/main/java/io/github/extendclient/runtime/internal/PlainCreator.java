package io.github.extendclient.runtime.internal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the factory with which Jackson makes an object from plain maps, lists, strings and numbers.
 * A bundle of Jackson's own annotation: without Jackson on the class path, a compiler warns about a
 * missing annotation class only if the annotation has elements.
 */
@JacksonAnnotationsInside
@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PlainCreator {}
