package io.github.extendclient.testing.internal.state;

/** A saved extractor, classifier or splitter. */
public record Processor(ProcessorKind kind, Versioned saved) {}
