package io.github.extendclient.runtime.internal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * By this Jackson makes an object of plain maps, lists, text and numbers. A bundle of Jackson's own
 * annotation, since a compiler that finds an annotation with elements without its class warns about
 * it, and whoever does not use Jackson has none of its classes.
 */
@JacksonAnnotationsInside
@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PlainCreator {}
