package io.github.extendclient.testing.internal.extract;

/**
 * A text that may be a label, with a text that may be its value.
 *
 * @param certainty from 0 to 1: how surely these two belong together
 * @param manner how they stand to each other, for the reasoning in the metadata
 */
record LabelledValue(
    String text, LabelWords label, String value, double certainty, String manner, Citation at) {}
