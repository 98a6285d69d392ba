package io.github.extendclient.testing.internal.document;

/**
 * A word where it stands.
 *
 * @param fontSize in points
 */
public record Word(String text, Box box, double fontSize) {}
