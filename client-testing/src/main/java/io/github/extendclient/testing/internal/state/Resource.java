package io.github.extendclient.testing.internal.state;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Instant;

/**
 * A resource that is stored as the properties of its request, such as a webhook endpoint or an
 * evaluation set.
 */
public final class Resource {
  private final String key;
  private final Instant createdAt;
  private JsonObject data;
  private Instant updatedAt;

  /** A new resource. */
  public Resource(String key, JsonObject data, Instant now) {
    this.key = key;
    this.data = data;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** The part of its ID that follows the prefix. */
  public String key() {
    return key;
  }

  /** When it was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public synchronized Instant updatedAt() {
    return updatedAt;
  }

  /** Its properties, not to be changed. */
  public synchronized JsonObject data() {
    return data;
  }

  /** A property that is a text and is there. */
  public String text(String name) {
    return String.valueOf(data().get(name));
  }

  /** Replaces the properties that {@code changes} has. */
  public synchronized void update(JsonObject changes, Instant now) {
    JsonObject changed = new JsonObject();
    changed.putAll(data);
    changed.putAll(changes);
    data = changed;
    updatedAt = now;
  }
}
