package io.github.extendclient.testing.internal.document;

/**
 * A word with its position.
 *
 * @param fontSize in points
 */
public record Word(String text, Box box, double fontSize) {}
