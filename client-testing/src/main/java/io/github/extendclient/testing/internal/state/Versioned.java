package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource with a name, a draft and published versions: a processor or a workflow. */
public final class Versioned {
  private final String key;
  private final Instant createdAt;
  private final List<Version> published = new ArrayList<>();
  private String name;
  private Instant updatedAt;
  private Version draft;

  /** A new resource without published versions. */
  public Versioned(String key, String name, String draftKey, JsonObject content, Instant now) {
    this.key = key;
    this.name = name;
    this.createdAt = now;
    this.updatedAt = now;
    this.draft = new Version(draftKey, Version.DRAFT, null, content, now);
  }

  /** The part of its ID that follows the prefix. */
  public String key() {
    return key;
  }

  /** When it was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Its name. */
  public synchronized String name() {
    return name;
  }

  /** When name or draft last changed. */
  public synchronized Instant updatedAt() {
    return updatedAt;
  }

  /** The version that can change. */
  public synchronized Version draft() {
    return draft;
  }

  /** The versions that cannot change any more, the oldest first. */
  public synchronized List<Version> published() {
    return List.copyOf(published);
  }

  /** The draft, then the published versions, the newest first: the order of lists. */
  public synchronized List<Version> all() {
    List<Version> all = new ArrayList<>(published);
    all.add(draft);
    Collections.reverse(all);
    return all;
  }

  /** The newest published version, the draft if there is none. */
  public synchronized Version latest() {
    return published.isEmpty() ? draft : published.get(published.size() - 1);
  }

  /** Gives it another name. */
  public synchronized void rename(String newName, Instant now) {
    name = newName;
    updatedAt = now;
  }

  /** Gives the draft another content. */
  public synchronized void edit(JsonObject content, Instant now) {
    draft = new Version(draft.key(), Version.DRAFT, null, content, draft.createdAt());
    updatedAt = now;
  }

  /** Publishes the draft as the next version. */
  public synchronized Version publish(
      String versionKey, boolean major, boolean wholeNumbers, @Nullable String note, Instant now) {
    String number =
        wholeNumbers ? String.valueOf(published.size() + 1) : nextNumber(latest().number(), major);
    Version version = new Version(versionKey, number, note, draft.content(), now);
    published.add(version);
    updatedAt = now;
    return version;
  }

  /** A version by number, key, {@code draft} or {@code latest}. */
  public synchronized Optional<Version> find(String wanted) {
    if (wanted.equals("latest")) {
      return Optional.of(latest());
    }
    if (wanted.equals(Version.DRAFT) || wanted.equals(draft.key())) {
      return Optional.of(draft);
    }
    return published.stream()
        .filter(version -> version.number().equals(wanted) || version.key().equals(wanted))
        .findFirst();
  }

  private static String nextNumber(String last, boolean major) {
    if (last.equals(Version.DRAFT)) {
      return major ? "1.0" : "0.1";
    }
    int dot = last.indexOf('.');
    int whole = Integer.parseInt(last.substring(0, dot));
    int part = Integer.parseInt(last.substring(dot + 1));
    return major ? (whole + 1) + ".0" : whole + "." + (part + 1);
  }
}
