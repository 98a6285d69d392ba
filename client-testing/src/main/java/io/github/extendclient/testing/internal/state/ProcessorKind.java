package io.github.extendclient.testing.internal.state;

import java.util.Arrays;
import java.util.Optional;

/** The three kinds of processor, with the words and ID prefixes that each API version has. */
public enum ProcessorKind {
  /** Fills a schema from a document. */
  EXTRACT("extract", "extractor", "ex", "EXTRACT"),
  /** Chooses one of a set of classes. */
  CLASSIFY("classify", "classifier", "cl", "CLASSIFY"),
  /** Cuts a file into documents. */
  SPLIT("split", "splitter", "spl", "SPLITTER");

  private final String verb;
  private final String noun;
  private final String prefix;
  private final String legacyType;

  ProcessorKind(String verb, String noun, String prefix, String legacyType) {
    this.verb = verb;
    this.noun = noun;
    this.prefix = prefix;
    this.legacyType = legacyType;
  }

  /** The kind that 2025-04-21 calls {@code EXTRACT}, {@code CLASSIFY} or {@code SPLITTER}. */
  public static Optional<ProcessorKind> ofLegacyType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.legacyType.equals(type)).findFirst();
  }

  /** What it does, such as {@code extract}. */
  public String verb() {
    return verb;
  }

  /** What it is called, such as {@code extractor}. */
  public String noun() {
    return noun;
  }

  /** The object name of its runs, such as {@code extract_run}. */
  public String runObject() {
    return verb + "_run";
  }

  /** The kind in 2025-04-21. */
  public String legacyType() {
    return legacyType;
  }

  /** The prefix of processors in 2026-02-09, such as {@code ex_}. */
  public String processorPrefix() {
    return prefix + "_";
  }

  /** The prefix of versions in 2026-02-09, such as {@code exv_}. */
  public String versionPrefix() {
    return prefix + "v_";
  }

  /** The prefix of runs in 2026-02-09, such as {@code exr_}. */
  public String runPrefix() {
    return prefix + "r_";
  }
}
